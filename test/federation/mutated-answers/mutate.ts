import { gzipSync } from 'node:zlib';
import type { Choices } from '../../kit/choices.ts';
import { mutateBytes } from '../../kit/mutate-bytes.ts';

/** What no client may ever read. */
export const SECRETS = ['postgres://hub:password@10.0.0.7/cps', 'SELECT * FROM person', 'at Object.<anonymous> (/srv/'];

/** What goes over the wire in the place of a right answer, and whether the connection is reset after it. */
export interface Wire {
  bytes: Buffer;
  resets: boolean;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const DEEP = '@deep@';
const DEEP_TEXT = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const MUCH = 'x'.repeat(20_000);
const VALUES: Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 40,
  '',
  'x',
  DEEP,
  MUCH,
  [],
  [[]],
  {},
  [null],
  { a: 1 },
];
const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__typename',
  'id',
  'name',
  'data',
];
const STATUSES = [204, 206, 301, 400, 404, 418, 500, 501, 599, 999];
const HEADERS = [
  'content-type: text/html',
  'hub-touched: {"rows":["__proto__"],"ids":null}',
  'hub-touched: [[[',
  'cache-control: max-age=99999999999999999999, public',
  'set-cookie: a=b',
  `x-much: ${'x'.repeat(20_000)}`,
  'content-encoding: gzip',
  'transfer-encoding: chunked',
  'content-length: 99999999',
  'nonsense',
];

/** A right answer made wrong in one of all the ways that we know of. */
export function mutate(right: string, choices: Choices): Wire {
  const way = choices.pick(WAYS);
  return way(right, choices);
}

const WAYS: ((right: string, choices: Choices) => Wire)[] = [
  (right, choices) => whole(mutateBytes(Buffer.from(right), choices)),
  (right, choices) => whole(text(mutateStructure(JSON.parse(right), choices))),
  (right, choices) => whole(text(mutateStructure(JSON.parse(right), choices))),
  (right, choices) => whole(addKeys(right, choices)),
  (right, choices) => whole(text({ ...JSON.parse(right), errors: errors(choices) })),
  (right, choices) =>
    whole(text({ data: choices.chance(50) ? null : JSON.parse(right).data, errors: errors(choices) })),
  (right, choices) => whole(Buffer.from(`${' '.repeat(choices.pick([10_000, 1_040_000, 1_100_000]))}${right}`)),
  (right, choices) => whole(gzipSync(right), [choices.pick(['content-encoding: gzip', 'x-plain: 1'])]),
  (right, choices) => whole(Buffer.from(right), choices.some(HEADERS, 10), choices.pick([200, 200, ...STATUSES])),
  mutateTransport,
];

const text = (answer: Json): Buffer => Buffer.from(JSON.stringify(answer).replaceAll(`"${DEEP}"`, DEEP_TEXT));

function whole(body: Buffer, headers: string[] = [], status = 200): Wire {
  const head = [`HTTP/1.1 ${status} X`, 'content-type: application/json', `content-length: ${body.length}`, ...headers];
  return { bytes: Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]), resets: false };
}

/** Somewhere in the answer stands something else. */
function mutateStructure(answer: Json, choices: Choices): Json {
  const isParent = typeof answer === 'object' && answer !== null;
  if (!isParent || choices.chance(15)) return replacement(answer, choices);
  if (Array.isArray(answer)) {
    if (answer.length === 0 || choices.chance(20))
      return Array.from({ length: choices.below(3_000) }, () => answer[0] ?? null);
    const at = choices.below(answer.length);
    return answer.map((item, i) => (i === at ? mutateStructure(item, choices) : item));
  }
  const keys = Object.keys(answer);
  const key = keys.length > 0 ? choices.pick(keys) : 'data';
  const { [key]: value = null, ...others } = answer;
  if (choices.chance(10)) return others;
  if (choices.chance(10)) return { ...others, [choices.pick(['x', ...keys])]: value };
  return { ...answer, [key]: mutateStructure(value, choices) };
}

const replacement = (value: Json, choices: Choices): Json =>
  choices.pick<() => Json>([() => choices.pick(VALUES), () => [value], () => ({ value }), () => [value, value]])();

/** Written into the text, for some of them no object literal can have. */
function addKeys(right: string, choices: Choices): Buffer {
  const evil = `"${choices.pick(KEYS)}":${choices.pick(['{"polluted":1}', '{"polluted":[1]}', 'null', '"x"', DEEP_TEXT])},`;
  return Buffer.from(right.replaceAll('{"', (found) => (choices.chance(20) ? `{${evil}"` : found)));
}

function errors(choices: Choices): Json[] {
  const secret = (): string => choices.pick(SECRETS);
  const path = (): Json =>
    choices.pick<Json>([
      ['item'],
      ['_entities', 0, 'name'],
      ['_entities', 10 ** 9],
      [secret()],
      'item',
      [],
      [-1, 1.5],
      [DEEP],
    ]);
  const error = (): Json =>
    choices.pick<Json>([
      { message: secret(), path: path() },
      { message: 'm', path: path(), extensions: { code: secret(), stacktrace: [secret()] } },
      { message: MUCH, extensions: { code: 'INTERNAL_SERVER_ERROR', exception: { sql: secret() }, url: secret() } },
      { message: 'No.', path: path(), extensions: { code: 'INVALID', deep: DEEP, stacktrace: [secret()] } },
      { message: 'No.', path: path(), extensions: { code: 'FORBIDDEN', much: MUCH, service: 'theirs' } },
      null,
      DEEP,
      [],
    ]);
  if (choices.chance(20)) return Array.from({ length: 3_000 }, () => ({ message: secret(), path: path() }));
  return Array.from({ length: choices.pick([1, 3]) }, error);
}

function mutateTransport(right: string, choices: Choices): Wire {
  const { bytes } = whole(Buffer.from(right));
  const cut = bytes.subarray(0, choices.below(bytes.length));
  return choices.pick<Wire>([
    { bytes: cut, resets: true },
    { bytes: Buffer.alloc(0), resets: true },
    { bytes: mutateBytes(bytes, choices), resets: true },
    {
      bytes: Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"dat\r\nzz\r\n'),
        cut,
      ]),
      resets: true,
    },
  ]);
}
