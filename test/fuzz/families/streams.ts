import type { Choices } from '../../kit/choices.ts';
import { mutateBytes } from '../../kit/mutate-bytes.ts';
import { nasty, nastyText } from '../nasty.ts';
import { authorization, type Family, JSON_BODY, type Known, request, somebody } from '../shot.ts';
import { variables } from './valid.ts';

const HANDSHAKE = [
  'GET /graphql HTTP/1.1',
  'host: 127.0.0.1',
  'connection: upgrade',
  'upgrade: websocket',
  'sec-websocket-version: 13',
  'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
];
const PROTOCOL = 'graphql-transport-ws';
const PROTOCOLS = [...Array.from({ length: 12 }, () => PROTOCOL), `x, ${PROTOCOL}`, 'graphql-ws', 'x, y', ''];
const SUBSCRIPTIONS = [
  'subscription { manufactoryChanged { change manufactory { id name } } }',
  'subscription ($after: EventPosition) { serviceOffered(after: $after, territory: "PL") { service { id } } }',
  'subscription { consultationChanged(territory: "\u0000") { consultation { id } } }',
  'subscription { a: manufactoryChanged { change } b: serviceOffered { service { id } } }',
  'subscription { __typename }',
];

const operation = (choices: Choices, known: Known) => ({
  query: choices.pick([...SUBSCRIPTIONS, choices.pick(known.documents)]),
  variables: choices.chance(85)
    ? { ...variables(choices, known), ...choices.some([{ after: nastyText(choices) }])[0] }
    : nasty(choices),
});

/** Messages of `graphql-transport-ws` in any order, and what are none. */
export const sockets: Family = (choices, known) => {
  const who = somebody(choices, known);
  const [token = ''] = authorization(who, known.tokens);
  const inHead = choices.chance(50) && token ? [token] : [];
  const head = [...HANDSHAKE, `sec-websocket-protocol: ${choices.pick(PROTOCOLS)}`, ...inHead].join('\r\n');
  const right = token && inHead.length === 0 ? { authorization: token.replace('authorization: ', '') } : undefined;
  const payload = choices.chance(90) ? right : nasty(choices);
  const greeting = choices.chance(90) ? [frame(JSON.stringify({ type: 'connection_init', payload }))] : [];
  const first = Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), ...greeting]);
  const frames = Buffer.concat(
    Array.from({ length: choices.pick([1, 2, 4, 30]) }, () =>
      choices.chance(60) ? subscribe(choices, known) : anyFrame(choices, known),
    ),
  );
  const bytes = choices.chance(90) ? first : mutateBytes(first, choices);
  // At once they come before the connection is acknowledged, and close it.
  if (choices.chance(10)) return { bytes: Buffer.concat([bytes, frames]), who, isWhole: false };
  return { bytes, later: choices.chance(90) ? frames : mutateBytes(frames, choices), who, isWhole: false };
};

const subscribe = (choices: Choices, known: Known): Buffer =>
  frame(JSON.stringify({ type: 'subscribe', id: String(choices.below(100)), payload: operation(choices, known) }));

function anyFrame(choices: Choices, known: Known): Buffer {
  const id = choices.pick(['1', '2', '', '__proto__', 'x'.repeat(10_000)]);
  const message = (content: object): Buffer => frame(JSON.stringify(content));
  return choices.pick<() => Buffer>([
    () => message({ type: 'subscribe', id, payload: operation(choices, known) }),
    () => message({ type: 'subscribe', id, payload: nasty(choices) }),
    () => message({ type: choices.pick(['complete', 'next', 'error']), id, payload: nasty(choices) }),
    () => message({ type: choices.pick(['ping', 'pong', 'connection_init', 'connection_ack', '__proto__', '']) }),
    () => message({ type: nasty(choices), id: nasty(choices) }),
    () => frame(JSON.stringify(nasty(choices))),
    () => frame(nastyText(choices), choices.below(16)),
    () => frame('x'.repeat(choices.pick([126, 65_536, 1_100_000])), choices.pick([1, 2, 0])),
    () => frame('{}', 1, false),
    () => frame(choices.pick(['', '\u0003', '\u0003\u00e8bye']), 8),
  ])();
}

/** One frame of a client, masked with zeros. */
function frame(text: string, opcode = 1, isLast = true): Buffer {
  const content = Buffer.from(text);
  const length =
    content.length < 126
      ? [content.length]
      : content.length < 65_536
        ? [126, content.length >> 8, content.length & 255]
        : [
            127,
            0,
            0,
            0,
            0,
            content.length >>> 24,
            (content.length >> 16) & 255,
            (content.length >> 8) & 255,
            content.length & 255,
          ];
  const [first = 0, ...rest] = length;
  return Buffer.concat([Buffer.from([(isLast ? 128 : 0) | opcode, 128 | first, ...rest, 0, 0, 0, 0]), content]);
}

/** Event streams, asked for in ways that are right and wrong. */
export const events: Family = (choices, known) => {
  const who = somebody(choices, known);
  const headers = [
    'accept: text/event-stream',
    ...(choices.chance(30) ? [`last-event-id: ${encodeURI(nastyText(choices).toWellFormed()).slice(0, 5_000)}`] : []),
    ...authorization(who, known.tokens),
  ];
  const asked = choices.chance(90) ? operation(choices, known) : nasty(choices);
  if (choices.chance(70)) {
    return { bytes: request({ headers: [JSON_BODY, ...headers], body: JSON.stringify(asked) }), who, isWhole: false };
  }
  const path = `/graphql?query=${encodeURIComponent(choices.pick(SUBSCRIPTIONS))}&variables=${encodeURIComponent(JSON.stringify(asked)).slice(0, 8_000)}`;
  return { bytes: request({ method: 'GET', path, headers }), who, isWhole: false };
};
