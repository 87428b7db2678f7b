import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { type JWTPayload, SignJWT } from 'jose';
import { ANONYMOUS, type Caller, OPERATOR } from './caller.ts';
import { requestVerifier, signRequest, subgraphKey } from './signed-request.ts';
import { TakenOnce } from './taken-once.ts';

const key = subgraphKey(randomBytes(32).toString('base64url'));
const other = subgraphKey(randomBytes(32).toString('base64url'));
const body = '{"query":"{ __typename }"}';
const digest = createHash('sha256').update(body).digest('base64url');
const verify = requestVerifier(key, 'cps');

it('hands the caller on to the subgraph that the request is for', async () => {
  const caller: Caller = {
    subject: 'adviser',
    organisationId: 'o1',
    roles: ['adviser'],
    scopes: ['a', 'b'],
    territory: 'PL_1261011',
    purpose: 'CASE_WORK',
    client: 'cps-desk',
  };

  expect(await verify(body, signRequest(key, 'cps', body, caller))).toEqual(caller);
  expect(await verify(body, signRequest(key, 'cps', body, ANONYMOUS))).toEqual(ANONYMOUS);
});

it('denies a request with another body, subgraph, key or scheme, and one without a header', async () => {
  const header = signRequest(key, 'cps', body, OPERATOR);

  expect(await verify(`${body} `, header)).toBeNull();
  expect(await requestVerifier(key, 'marketplace')(body, header)).toBeNull();
  expect(await requestVerifier(other, 'cps')(body, header)).toBeNull();
  expect(await verify(body, header.replace('Bearer', 'Basic'))).toBeNull();
  expect(await verify(body, 'Bearer abc')).toBeNull();
  expect(await verify(body, undefined)).toBeNull();
  expect(await verify(body, header)).toEqual(OPERATOR); // what was refused above was not taken
});

it('denies a request that was taken before, and not its repetition that is signed anew', async () => {
  const header = signRequest(key, 'cps', body, OPERATOR);

  expect(await Promise.all([verify(body, header), verify(body, header)])).toEqual([OPERATOR, null]);
  expect(await verify(body, header)).toBeNull();
  expect(await verify(body, signRequest(key, 'cps', body, OPERATOR))).toEqual(OPERATOR);
});

it('denies what was signed before it started, when another process may have taken it', async () => {
  const header = signRequest(key, 'cps', body, OPERATOR);
  const restarted = requestVerifier(key, 'cps', new TakenOnce(41_000), Date.now() + 1);

  expect(await restarted(body, header)).toBeNull();
});

it('denies every request while it can remember no more', async () => {
  const full = requestVerifier(key, 'cps', new TakenOnce(41_000, 1));
  const sign = () => signRequest(key, 'cps', body, OPERATOR);

  expect([await full(body, sign()), await full(body, sign())]).toEqual([OPERATOR, null]);
});

const now = (): number => Date.now() / 1000;
const claims = (): JWTPayload => ({
  iss: 'hub-gateway',
  aud: 'cps',
  sub: 'operator',
  iat: now(),
  exp: now() + 30,
  jti: randomUUID(),
  body: digest,
});
const HEADER = { alg: 'HS256', typ: 'hub-request+jwt' };
const verified = async (payload: JWTPayload, header: { alg: string; typ?: string } = HEADER) =>
  verify(body, `Bearer ${await new SignJWT(payload).setProtectedHeader(header).sign(key)}`);

it('takes a token that has all it needs', async () => {
  expect(await verified(claims())).toMatchObject({ subject: 'operator' });
});

it.each([
  ['without an issuer', { iss: undefined }],
  ['of another issuer', { iss: 'somebody' }],
  ['without an audience', { aud: undefined }],
  ['for another audience', { aud: 'marketplace' }],
  ['without a subject', { sub: undefined }],
  ['without the time at which it was made', { iat: undefined }],
  ['that never expires', { exp: undefined }],
  ['that expired', { exp: now() - 60 }],
  ['that is older than it may get, though it says otherwise', { iat: now() - 60, exp: now() + 3_600 }],
  ['from the future', { iat: now() + 60, exp: now() + 90 }],
  ['that is not good yet', { nbf: now() + 60 }],
  ['without an id', { jti: undefined }],
  ['with an id that is none', { jti: 7 as unknown as string }],
  ['without a body', { body: undefined }],
])('denies a token %s', async (_, change) => {
  const payload = Object.fromEntries(
    Object.entries({ ...claims(), ...change }).filter(([, claim]) => claim !== undefined),
  );
  const early = requestVerifier(key, 'cps', new TakenOnce(41_000), 0);
  const token = await new SignJWT(payload).setProtectedHeader(HEADER).sign(key);

  expect(await early(body, `Bearer ${token}`)).toBeNull();
});

it('denies a token of another kind, made with the same key', async () => {
  expect(await verified(claims(), { alg: 'HS256' })).toBeNull();
  expect(await verified(claims(), { alg: 'HS256', typ: 'JWT' })).toBeNull();
});

it('denies a token with the algorithm HS512, or with none', async () => {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  expect(await verified(claims(), { ...HEADER, alg: 'HS512' })).toBeNull();
  expect(await verify(body, `Bearer ${encode({ ...HEADER, alg: 'none' })}.${encode(claims())}.`)).toBeNull();
});

it('refuses a key that is too short to be secret', () => {
  expect(() => subgraphKey('secret')).toThrow('at least 32 random bytes');
});
