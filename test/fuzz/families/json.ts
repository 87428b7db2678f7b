import type { Choices } from '../../kit/choices.ts';
import { type Json, nasty } from '../nasty.ts';
import { authorization, type Family, JSON_BODY, request, somebody } from '../shot.ts';
import { variables } from './valid.ts';

const KEYS = ['query', 'variables', 'operationName', 'extensions', 'documentId', '__proto__', 'constructor', 'id', ''];
const MEDIA_TYPES = [
  'application/json; charset=utf-16',
  'application/json; charset="utf-8"; charset=latin1',
  'application/graphql',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/json;',
  'APPLICATION/JSON',
  '',
  ';;;=',
  `application/json; ${'a=b; '.repeat(500)}`,
];
const ACCEPTS = [
  'application/graphql-response+json',
  'application/json;q=0, */*;q=0.1',
  'multipart/mixed; deferSpec=20220824',
  'image/png',
  ', ,;q=x',
  '*',
  `${'a/b, '.repeat(1_000)}*/*`,
];
const ENCODINGS = ['gzip', 'br', 'deflate, gzip', 'nonsense'];

/** Bodies whose JSON has another structure than it should, and media types that say otherwise. */
export const json: Family = (choices, known) => {
  const who = somebody(choices, known);
  const right = JSON.stringify({
    query: choices.pick(known.documents),
    variables: variables(choices, known),
    operationName: null,
    extensions: {},
  });
  const body = choices.chance(20) ? right : choices.pick(WAYS)(right, choices);
  const headers = [
    choices.chance(70) ? JSON_BODY : `content-type: ${choices.pick(MEDIA_TYPES)}`,
    ...(choices.chance(30) ? [`accept: ${choices.pick(ACCEPTS)}`] : []),
    ...(choices.chance(5) ? [`content-encoding: ${choices.pick(ENCODINGS)}`] : []),
    ...authorization(who, known.tokens),
  ];
  return { bytes: request({ headers, body }), who, isWhole: true };
};

const WAYS: readonly ((right: string, choices: Choices) => string | Buffer)[] = [
  (right, choices) => JSON.stringify(mutate(JSON.parse(right), choices)),
  (right, choices) => JSON.stringify(mutate(JSON.parse(right), choices)),
  (right, choices) => JSON.stringify(mutate(mutate(JSON.parse(right), choices), choices)),
  (_right, choices) => JSON.stringify(nasty(choices)),
  (right, choices) => `{${`"${choices.pick(KEYS)}":${JSON.stringify(nasty(choices))},`.repeat(3)}${right.slice(1)}`,
  (right, choices) => `${right.slice(0, -1)},"${choices.pick(KEYS)}":${JSON.stringify(nasty(choices))}}`,
  (right) => `[${right},${right}]`,
  (_right, choices) => `{"variables":${choices.pick(['[', '{"a":']).repeat(50_000)}`,
  (right) => Buffer.from(right, 'utf16le'),
  (right) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(right)]),
  (right) => right.replaceAll('"', "'"),
  (right) => `${right}${right}`,
  (right, choices) => right.slice(0, choices.below(right.length)),
  (right) => `${' '.repeat(1_048_576)}${right}`,
];

/** Somewhere in it stands something else. */
function mutate(value: Json, choices: Choices): Json {
  if (typeof value !== 'object' || value === null || choices.chance(10)) return nasty(choices);
  if (Array.isArray(value)) return value.map((one) => (choices.chance(30) ? mutate(one, choices) : one));
  const key = choices.pick(Object.keys(value).length > 0 ? Object.keys(value) : ['query']);
  const { [key]: old = null, ...others } = value;
  if (choices.chance(10)) return others;
  if (choices.chance(15)) return { ...others, [choices.pick(KEYS)]: old };
  return { ...value, [key]: mutate(old, choices) };
}
