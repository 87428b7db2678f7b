import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { v4 } from 'uuid';
import { keyToUuid } from '../../shared/register/key.ts';
import { findTerritory } from '../../shared/territory/territory.ts';
import { OPERATOR } from '../../shared/trust/caller.ts';
import { gatewayConfig } from '../config.ts';
import { identifier } from '../identity/identify.ts';
import { localIssuer } from '../identity/local-issuer.ts';
import { issueToken, personaLines, type TokenWish } from './issue-token.ts';
import { PERSONAS, type Persona } from './personas.ts';

const key: JsonWebKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
const LOCAL_ISSUER_KEY = JSON.stringify({ kty: key.kty, crv: key.crv, x: key.x });
/** Who the gateway takes the holder for, in an environment. */
const callerFor = async (wish: TokenWish & { as: string }, environment: NodeJS.ProcessEnv = {}) => {
  const args = ['--supergraph', 'a.graphql', '--port', '4000'];
  const { localKey } = gatewayConfig(args, { LOCAL_ISSUER_KEY, ...environment }).identity;
  const identify = identifier({ issuers: localKey ? [localIssuer(localKey)] : [] });
  return (await identify(`Bearer ${await issueToken(key, wish, {})}`)).caller;
};

it.each(Object.entries<Persona>(PERSONAS))('lets the gateway know %s by a token', async (name, persona) => {
  const beneficiary = name === 'data-subject' ? `Beneficiary_${v4()}` : undefined;
  const caller = await callerFor({ as: name, beneficiary });

  expect(caller).toEqual({
    subject: `urn:hub:local#${beneficiary ?? name}`,
    organisationId: persona.organisation ? keyToUuid(persona.organisation) : null,
    roles: persona.roles,
    scopes: persona.scopes,
    territory: persona.territory ?? null,
    purpose: persona.purpose ?? null,
    client: 'hub-token',
  });
  expect(persona.territory ? findTerritory(persona.territory)?.code : undefined).toBe(persona.territory);
});

it('gives a token for another purpose, and for as long as is asked, up to a day', async () => {
  const lifetime = async (wish: TokenWish) => {
    const { exp = 0, iat = 0 } = decodeJwt(await issueToken(key, { as: 'leader', ...wish }, {}));
    return exp - iat;
  };

  expect((await callerFor({ as: 'cps-adviser', purpose: 'AUDIT' })).purpose).toBe('AUDIT');
  expect(await Promise.all([lifetime({}), lifetime({ for: '90s' }), lifetime({ for: '24h' })])).toEqual([
    28_800, 90, 86_400,
  ]);
  for (const wrong of ['25h', '0s', '1d', '8', '', '-1h', '1.5h']) {
    await expect(lifetime({ for: wrong })).rejects.toThrow(`--for ${wrong} is no time like 30s, 15m or 8h, up to 24h.`);
  }
});

it.each([
  [{ as: 'mayor' }, /Nobody is called "mayor"\. There are:\nleader /],
  [{ as: 'toString' }, /Nobody is called/],
  [{ as: 'cps-adviser', purpose: 'CURIOSITY' }, /--purpose CURIOSITY is none of CASE_WORK, /],
  [{ as: 'data-subject' }, /needs --beneficiary ID/],
  [{ as: 'data-subject', beneficiary: `Idea_${v4()}` }, /needs --beneficiary ID/],
  [{ as: 'leader', beneficiary: `Beneficiary_${v4()}` }, /--as data-subject alone/],
])('says what is wrong with %j', async (wish, reason) => {
  await expect(issueToken(key, wish, {})).rejects.toThrow(reason);
});

it('denies tokens in production: neither is one printed, nor does the gateway take one printed elsewhere', async () => {
  await expect(issueToken(key, { as: 'leader' }, { NODE_ENV: 'production' })).rejects.toThrow('TRUSTED_ISSUERS');
  await expect(callerFor({ as: 'leader' }, { NODE_ENV: 'production' })).rejects.toMatchObject({
    code: 'TOKEN_INVALID',
  });
});

it('denies the embedded issuer the rights of whoever runs the hub', async () => {
  const scopes = localIssuer(LOCAL_ISSUER_KEY).scopes;

  expect(OPERATOR.scopes.filter((scope) => !scopes.has(scope))).toEqual(['hub:write']);
});

it('denies a token that another hub signed', async () => {
  const elsewhere = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const identify = identifier({ issuers: [localIssuer(LOCAL_ISSUER_KEY)] });

  await expect(identify(`Bearer ${await issueToken(elsewhere, { as: 'leader' }, {})}`)).rejects.toMatchObject({
    code: 'TOKEN_INVALID',
  });
});

it('says what a key is where it gets none', () => {
  for (const wrong of ['x', '{}', JSON.stringify({ kty: 'oct', k: 'abc' })]) {
    expect(() => localIssuer(wrong)).toThrow('LOCAL_ISSUER_KEY is no public Ed25519 key');
  }
});

it('lists everybody with what each may', () => {
  expect(personaLines().join('\n')).toContain('norwid/centrum, cps:write, people:read, people:write, CASE_WORK');
});
