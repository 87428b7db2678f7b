import { mutateBytes } from '../../kit/mutate-bytes.ts';
import { ANYBODY, type Family, JSON_BODY, request, type Shot, somebody } from '../shot.ts';
import { valid } from './valid.ts';

const BODY = '{"query":"{ __typename }"}';
const HEAD = `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\n${JSON_BODY}\r\n`;
const HIDDEN = 'GET /supergraph HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n';
const many = (count: number): string => Array.from({ length: count }, (_, i) => `x-${i}: ${i}\r\n`).join('');

/** Heads and bodies on whose end two servers may not agree, and what no server can take. */
const SHAPES: readonly string[] = [
  `${HEAD}content-length: ${BODY.length}\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`,
  `${HEAD}content-length: 5\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`,
  `${HEAD}content-length: +${BODY.length}\r\n\r\n${BODY}`,
  `${HEAD}content-length: -1\r\n\r\n${BODY}`,
  `${HEAD}content-length: 99999999999999999999\r\n\r\n${BODY}`,
  `${HEAD}content-length : ${BODY.length}\r\n\r\n${BODY}`,
  `${HEAD}transfer-encoding: chunked, identity\r\n\r\n${BODY}`,
  `${HEAD}transfer-encoding: xchunked\r\n\r\n${BODY}`,
  `${HEAD}transfer-encoding:\x0bchunked\r\n\r\n1a\r\n${BODY}\r\n0\r\n\r\n`,
  `${HEAD}transfer-encoding: chunked\r\n\r\n1a\r\n${BODY}\r\n0\r\nx-trailer: 1\r\nauthorization: Bearer x\r\n\r\n`,
  `${HEAD}transfer-encoding: chunked\r\n\r\n1a;${'x'.repeat(20_000)}\r\n${BODY}\r\n0\r\n\r\n`,
  `${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n${BODY}\r\n0\r\n\r\n`,
  `${HEAD}transfer-encoding: chunked\r\n\r\nffffffffffffffffff\r\n${BODY}`,
  `${HEAD}transfer-encoding: chunked\r\n\r\n-1\r\n${BODY}\r\n0\r\n\r\n`,
  `${HEAD}expect: 100-continue\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`,
  `${HEAD}expect: 999-nonsense\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`,
  `${HEAD}x: ${'x'.repeat(20_000)}\r\n\r\n`,
  `${HEAD}${many(99)}\r\n`,
  `${HEAD}${many(2_000)}content-length: ${BODY.length}\r\n\r\n${BODY}`,
  `${HEAD}x: a\r\n  folded: b\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`,
  `${HEAD}x\x00y: a\r\n\r\n`,
  `${HEAD}x: a\x00b\r\n\r\n`,
  `${HEAD}: nothing\r\n\r\n`,
  `${HEAD}upgrade: h2c\r\nconnection: upgrade, http2-settings\r\nhttp2-settings: AAMAAABk\r\n\r\n`,
  `${HEAD}upgrade: websocket\r\nconnection: upgrade\r\n\r\n`,
  HIDDEN.repeat(50),
  `GET /graphql?query={__typename} HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n`,
  'GET /graphql?query={__typename} HTTP/1.1\r\n\r\n',
  'GET /health HTTP/1.0\r\n\r\n',
  'GET /health HTTP/3.7\r\nhost: 127.0.0.1\r\n\r\n',
  'GET /health\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  `GET /${'a'.repeat(70_000)} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`,
  'GET http://169.254.169.254/latest/meta-data HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n',
  'CONNECT 127.0.0.1:5432 HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n',
];

const raw = (bytes: Buffer, who = ANYBODY): Shot => ({ bytes, who, isWhole: false });

/** Bytes over the socket: shapes in which requests are smuggled, and good requests with some bytes wrong. */
export const bytes: Family = (choices, known) => {
  const who = somebody(choices, known);
  return choices.pick<() => Shot>([
    () => raw(Buffer.from(choices.pick(SHAPES), 'latin1')),
    () => raw(mutateBytes(Buffer.from(choices.pick(SHAPES), 'latin1'), choices)),
    () => raw(mutateBytes(valid(choices, known, who).bytes, choices), who),
    () => raw(mutateBytes(valid(choices, known, who).bytes, choices), who),
    () => ({ ...inBody(mutateBytes(Buffer.from(BODY), choices)), who: ANYBODY }),
  ])();
};

const inBody = (body: Buffer): Shot => ({
  bytes: request({ headers: [JSON_BODY], body }),
  who: ANYBODY,
  isWhole: true,
});
