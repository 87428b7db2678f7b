import { createHmac } from 'node:crypto';
import type { Choices } from '../../kit/choices.ts';
import { nasty, nastyText } from '../nasty.ts';
import { ANYBODY, type Family, JSON_BODY, type Known, request, type Shot } from '../shot.ts';

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part) ?? 'undefined').toString('base64url');
const decode = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString());
const HEADERS: readonly object[] = [
  { alg: 'none' },
  { alg: 'None', typ: 'at+jwt' },
  { alg: 'HS256', typ: 'at+jwt' },
  { alg: 'RS256', typ: 'at+jwt', kid: '../../../dev/null' },
  { alg: 'EdDSA', typ: 'JWT' },
  { alg: 'EdDSA', typ: 'at+jwt', jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' } },
  { alg: 'EdDSA', typ: 'at+jwt', jku: 'http://127.0.0.1:1/keys', x5u: 'file:///etc/passwd' },
  { alg: 'EdDSA', typ: 'at+jwt', crit: ['exp'], b64: false },
  { alg: ['EdDSA'], typ: {} },
  {},
];
const CLAIMS = ['iss', 'aud', 'sub', 'exp', 'nbf', 'iat', 'org', 'roles', 'scope', 'territory', 'purpose', '__proto__'];
const SCOPES = { scope: 'hub:write orders:read submissions:read people:read', purpose: 'CASE_WORK' };
const QUERY = JSON.stringify({
  query:
    '{ __typename orders(first: 3) { nodes { id } } submissions(first: 3) { nodes { id } } exportServices { partner csv } }',
});

/** Tokens that were changed, and headers that carry a good one in another way. */
export const tokens: Family = (choices, known) => {
  const [who, good] = choices.pick([...known.tokens]);
  return choices.chance(75) ? forged(good, choices, known) : carried(who, good, choices);
};

function forged(good: string, choices: Choices, known: Known): Shot {
  const jwts = [...known.tokens.values()].filter((token) => token.split('.').length === 3);
  const [header = '', claims = '', signature = ''] = (jwts.includes(good) ? good : choices.pick(jwts)).split('.');
  const changed = encode({ ...decode(claims), [choices.pick(CLAIMS)]: nasty(choices), ...choices.some([SCOPES])[0] });
  const token = choices.pick([
    () => flipped(good, choices),
    () => `${header}.${changed}.${signature}`,
    () => `${encode(choices.pick(HEADERS))}.${changed}.${signature}`,
    () => `${encode(choices.pick(HEADERS))}.${claims}.`,
    () => signedWith(`${encode({ alg: 'HS256', typ: 'at+jwt' })}.${changed}`, choices),
    () => `${header}.${claims}`,
    () => `${header}.${claims}.${signature}.${signature}`,
    () => `${header}.${Buffer.from('['.repeat(4_000)).toString('base64url')}.${signature}`,
    () => choices.pick(['..', '.', 'a.b.c', 'null', '[object Object]', 'x'.repeat(15_000), 'é']),
  ])();
  // So long a head is refused by the parser of HTTP.
  return shot([`authorization: Bearer ${token.slice(0, 15_000)}`], ANYBODY, true);
}

/** The last sign is left as it is, for not all of its bits count. */
function flipped(token: string, choices: Choices): string {
  const at = choices.below(token.length - 1);
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}

/** With what is public, or easily guessed. */
function signedWith(content: string, choices: Choices): string {
  const key = choices.pick(['', 'secret', 'urn:hub', 'null', nastyText(choices)]);
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
}

function carried(who: string, token: string, choices: Choices): Shot {
  const headers = choices.pick([
    [`authorization: bearer ${token}`],
    [`authorization: Bearer  ${token}`],
    [`authorization: Basic ${token}`],
    [`authorization: ${token}`],
    [`authorization: Bearer ${token}, Bearer x`],
    [`authorization: Bearer ${token}`, 'authorization: Bearer x'],
    ['authorization: Bearer x', `authorization: Bearer ${token}`],
    ['authorization:'],
    ['authorization: Bearer'],
    [`cookie: authorization=${token}`],
    [`x-authorization: Bearer ${token}`],
  ]);
  return shot(headers, who);
}

const shot = (headers: string[], who: string, mustBeRefused = false): Shot => ({
  bytes: request({ headers: [JSON_BODY, ...headers], body: QUERY }),
  who,
  isWhole: true,
  mustBeRefused,
});
