import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { ANONYMOUS, OPERATOR } from '../../shared/trust/caller.ts';
import { PURPOSES } from '../../shared/trust/purpose.ts';
import { SCOPES } from '../../shared/trust/scopes.ts';
import { callerOfClaims } from './caller-of-claims.ts';
import { CLAIM_NAMES, type TrustedIssuer } from './trusted-issuer.ts';

const [ours, theirs] = [v4(), v4()];
const CENTRE: TrustedIssuer = {
  issuer: 'https://id.centre.example',
  audience: 'hub',
  algorithms: ['ES256'],
  organisations: new Set([ours]),
  scopes: new Set(['cps:write', 'people:read', 'purpose:CASE_WORK']),
  claims: CLAIM_NAMES,
  keys: async () => {
    throw new Error('No signature is looked at here.');
  },
};
const callerOf = (claims: object, issuer = CENTRE) => callerOfClaims({ sub: 'ada', ...claims }, issuer);

it('takes what an issuer may say about who asks', () => {
  const claims = {
    org: `Organisation_${ours}`,
    roles: ['adviser'],
    scope: 'cps:write people:read',
    territory: 'PL_1261011',
    purpose: 'CASE_WORK',
    azp: 'desk',
  };

  expect(callerOf(claims)).toEqual({
    subject: 'https://id.centre.example#ada',
    organisationId: ours,
    roles: ['adviser'],
    scopes: ['cps:write', 'people:read'],
    territory: 'PL_1261011',
    purpose: 'CASE_WORK',
    client: 'desk',
  });
  expect(callerOf({ ...claims, org: ours })).toEqual(callerOf(claims));
});

it('denies an organisation for which the issuer does not speak, and what is none', () => {
  for (const org of [theirs, `Organisation_${theirs}`]) {
    expect(() => callerOf({ org })).toThrow('does not speak for its organisation');
  }
  for (const org of ['', ours.toUpperCase(), `Partner_${ours}`, [ours], 5, {}, true]) {
    expect(() => callerOf({ org })).toThrow('is no id');
  }
  expect(callerOf({ org: theirs }, { ...CENTRE, organisations: 'all' }).organisationId).toBe(theirs);
});

it('denies a territory that the hub does not know, for without one there would be no border', () => {
  for (const territory of ['PL_9999999', '', ['PL'], 1]) expect(() => callerOf({ territory })).toThrow('no code');
});

it('leaves out the scopes and the purpose that an issuer may not grant or that nobody knows', () => {
  expect(callerOf({ scope: 'hub:write people:erase cps:write cps:write cps:read __proto__ ' }).scopes).toEqual([
    'cps:write',
  ]);
  expect(callerOf({ purpose: 'STATISTICS' }).purpose).toBeNull();
  expect(callerOf({ purpose: 'CURIOSITY' }).purpose).toBeNull();
});

it('reads the claims by the names that the issuer has for them', () => {
  const claims = { ...CLAIM_NAMES, org: 'organisation', scope: 'permissions' };
  const caller = callerOf({ organisation: ours, org: theirs, permissions: ['cps:write'] }, { ...CENTRE, claims });

  expect(caller).toMatchObject({ organisationId: ours, scopes: ['cps:write'] });
});

it('denies rights that an issuer may not grant, whatever JSON its claims are', () => {
  const words = fc.constantFrom<unknown>(
    ...Object.keys(SCOPES),
    ...PURPOSES,
    ...[ours, theirs, `Organisation_${theirs}`, 'PL', 'operator', 'anonymous', 'hub:write cps:write', null],
  );
  const value = fc.oneof(words, fc.array(words), fc.jsonValue());
  const sometimes = (good: unknown) => fc.oneof({ weight: 3, arbitrary: fc.constant(good) }, value);
  const claims = fc.record(
    {
      sub: sometimes('ada'),
      org: sometimes(ours),
      roles: value,
      scope: value,
      territory: sometimes('PL_1261011'),
      purpose: value,
      client_id: value,
      ['__proto__']: value,
    },
    { requiredKeys: ['sub'] },
  );
  let taken = 0;

  fc.assert(
    fc.property(claims, (given) => {
      const caller = (() => {
        try {
          return callerOfClaims(JSON.parse(JSON.stringify(given)), CENTRE);
        } catch (error) {
          expect((error as { code?: string }).code).toBe('TOKEN_INVALID');
          return null;
        }
      })();
      if (!caller) return;
      taken++;
      expect([ours, null]).toContain(caller.organisationId);
      expect(['cps:write', 'people:read']).toEqual(expect.arrayContaining([...caller.scopes]));
      expect(['CASE_WORK', null]).toContain(caller.purpose);
      expect(caller.subject.startsWith('https://id.centre.example#')).toBe(true);
      expect([ANONYMOUS.subject, OPERATOR.subject]).not.toContain(caller.subject);
      expect(given.territory == null).toBe(caller.territory === null);
      expect(caller.roles.every((role) => typeof role === 'string' && !/\p{Cc}/u.test(role))).toBe(true);
    }),
    { seed: 7, numRuns: 5_000 },
  );
  expect(taken).toBeGreaterThan(1_000);
});
