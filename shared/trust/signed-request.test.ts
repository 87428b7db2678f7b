import { createHash, randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { ANONYMOUS, type Caller, OPERATOR } from './caller.ts';
import { signRequest, subgraphKey, verifyRequest } from './signed-request.ts';

const key = subgraphKey(randomBytes(32).toString('base64url'));
const other = subgraphKey(randomBytes(32).toString('base64url'));
const body = '{"query":"{ __typename }"}';
const digest = createHash('sha256').update(body).digest('base64url');

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

  expect(await verifyRequest(key, 'cps', body, signRequest(key, 'cps', body, caller))).toEqual(caller);
  expect(await verifyRequest(key, 'cps', body, signRequest(key, 'cps', body, ANONYMOUS))).toEqual(ANONYMOUS);
});

it('denies a request with another body, subgraph, key or scheme, and one without a header', async () => {
  const header = signRequest(key, 'cps', body, OPERATOR);

  expect(await verifyRequest(key, 'cps', body, header)).toEqual(OPERATOR);
  expect(await verifyRequest(key, 'cps', `${body} `, header)).toBeNull();
  expect(await verifyRequest(key, 'marketplace', body, header)).toBeNull();
  expect(await verifyRequest(other, 'cps', body, header)).toBeNull();
  expect(await verifyRequest(key, 'cps', body, header.replace('Bearer', 'Basic'))).toBeNull();
  expect(await verifyRequest(key, 'cps', body, 'Bearer abc')).toBeNull();
  expect(await verifyRequest(key, 'cps', body, undefined)).toBeNull();
});

it.each(['none', 'HS512'])('denies a token with the algorithm %s', async (alg) => {
  const claims = { sub: 'operator', aud: 'cps', iss: 'hub-gateway', exp: 4_000_000_000, body: digest };
  const token =
    alg === 'none'
      ? `${encode({ alg })}.${encode(claims)}.`
      : await new SignJWT(claims).setProtectedHeader({ alg }).sign(key);

  expect(await verifyHeader(token)).toBeNull();
});

it('denies a token that expired, and one that never does', async () => {
  const claims = { sub: 'operator', aud: 'cps', iss: 'hub-gateway', body: digest };
  const sign = (more: object) => new SignJWT({ ...claims, ...more }).setProtectedHeader({ alg: 'HS256' }).sign(key);

  expect(await verifyHeader(await sign({ exp: Math.floor(Date.now() / 1000) + 60 }))).not.toBeNull();
  expect(await verifyHeader(await sign({ exp: Math.floor(Date.now() / 1000) - 60 }))).toBeNull();
  expect(await verifyHeader(await sign({}))).toBeNull();
});

it('refuses a key that is too short to be secret', () => {
  expect(() => subgraphKey('secret')).toThrow('at least 32 random bytes');
});

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const verifyHeader = (token: string) => verifyRequest(key, 'cps', body, `Bearer ${token}`);
