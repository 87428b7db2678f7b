import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exportJWK, exportSPKI, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { ANONYMOUS, OPERATOR } from '../../shared/trust/caller.ts';
import { nowInSeconds, TokenIssuer } from '../../test/kit/token-issuer.ts';
import { type Identify, identifier } from './identify.ts';

const issuer = new TokenIssuer();
const other = new TokenIssuer('https://other.example');
let identify: Identify;
beforeAll(async () => {
  await Promise.all([issuer.start(), other.start()]);
  await Promise.all([issuer.addKey('first'), issuer.addKey('rsa', 'RS256'), other.addKey('first')]);
  identify = identifier({ operatorToken: 'secret', issuers: [issuer.trusted(), other.trusted()], clockSkew: 10 });
});
const more: TokenIssuer[] = [];
afterAll(() => Promise.all([issuer, other, ...more].map((one) => one.stop())));
/** For one test; stopped with the others, whatever becomes of it. */
const startIssuer = async (name: string) => {
  const started = await new TokenIssuer(name).start();
  more.push(started);
  return started;
};

const bearer = (token: string) => identify(`Bearer ${token}`);
/** Its code and message; throws where the token is taken. */
const refusal = async (token: string) =>
  bearer(token).then(
    ({ caller }) => {
      throw new Error(`It was taken for ${JSON.stringify(caller)}.`);
    },
    ({ code, message }) => [code, message],
  );
const INVALID = 'TOKEN_INVALID';
const UNVERIFIED = [INVALID, "The token's signature cannot be verified."];
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = () => ({ iss: issuer.issuer, aud: 'hub', sub: 'ada', iat: nowInSeconds(), exp: nowInSeconds() + 60 });

it('knows the operator by the token, and takes whoever sends none for nobody in particular', async () => {
  expect(await bearer('secret')).toEqual({ caller: OPERATOR });
  expect(await identify(undefined)).toEqual({ caller: ANONYMOUS });
});

it.each(['Bearer other', 'Bearer secret2', 'Bearer ', 'Basic secret', 'secret', '', 'Bearer a.b.c', 'Bearer ..'])(
  'denies %j',
  async (header) => {
    await expect(identify(header)).rejects.toMatchObject({ code: INVALID });
  },
);

it('denies every token where the gateway has no operator and trusts nobody', async () => {
  const alone = identifier({ operatorToken: undefined });

  for (const token of ['undefined', '', await issuer.sign()]) {
    await expect(alone(`Bearer ${token}`)).rejects.toMatchObject({ code: INVALID });
  }
});

it('takes a token of a trusted issuer, and names its subject by both', async () => {
  const { caller, ends } = await bearer(await issuer.sign({ scope: 'cps:write', client_id: 'desk' }));

  expect(caller).toMatchObject({ subject: 'https://id.example#ada', scopes: ['cps:write'], client: 'desk' });
  expect(ends?.aborted).toBe(false);
  expect((await bearer(await other.sign())).caller.subject).toBe('https://other.example#ada');
  expect((await bearer(await issuer.sign({}, {}, 'rsa'))).caller.subject).toBe('https://id.example#ada');
});

it('denies a token with the algorithm none, signed or not', async () => {
  const head = `${encode({ alg: 'none', kid: 'first' })}.${encode(claims())}`;

  expect(await refusal(`${head}.`)).toEqual(UNVERIFIED);
  expect(await refusal(`${head}.${(await issuer.sign()).split('.')[2]}`)).toEqual(UNVERIFIED);
});

it('denies a token that was signed with the public key as a secret', async () => {
  for (const jwk of issuer.shown) {
    const alg = jwk.kty === 'RSA' ? 'RS256' : 'ES256';
    const pem = await exportSPKI(
      (await importJWK(jwk, alg, { extractable: true })) as Parameters<typeof exportSPKI>[0],
    );
    for (const secret of [pem, pem.trim(), JSON.stringify(jwk), jwk.n ?? jwk.x ?? '']) {
      const head = `${encode({ alg: 'HS256', kid: jwk.kid })}.${encode(claims())}`;
      expect(await refusal(`${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`)).toEqual(
        UNVERIFIED,
      );
    }
  }
});

it('denies an algorithm that the issuer does not use, though its key would do', async () => {
  const strict = identifier({ issuers: [issuer.trusted({ algorithms: ['ES256'] })] });
  const token = await issuer.sign({}, {}, 'rsa');

  await expect(strict(`Bearer ${token}`)).rejects.toMatchObject({ code: INVALID });
});

it('denies a key that the token itself brings along', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk: JWK = await exportJWK(publicKey);
  const stranger = await startIssuer(issuer.issuer);
  await stranger.addKey('first');
  const signed = (header: object) =>
    new SignJWT(claims()).setProtectedHeader({ alg: 'ES256', ...header }).sign(privateKey);

  expect(await refusal(await signed({ jwk }))).toEqual(UNVERIFIED);
  expect(await refusal(await signed({ kid: 'first', jwk }))).toEqual(UNVERIFIED);
  expect(await refusal(await stranger.sign({}, { jku: stranger.jwks }))).toEqual(UNVERIFIED);
  expect(await refusal(await stranger.sign({}, { x5u: stranger.jwks, x5c: ['MIIB'] }))).toEqual(UNVERIFIED);
  expect(stranger.asked).toBe(0);
});

it('denies a header that must be understood and is not, and a token of another type', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const own = await startIssuer(issuer.issuer);
  own.shown = [{ ...(await exportJWK(publicKey)), kid: 'k' }];
  const knows = identifier({ issuers: [own.trusted()] });
  const sign = (header: object, crit?: Record<string, boolean>) =>
    new SignJWT(claims())
      .setProtectedHeader({ alg: 'ES256', kid: 'k', ...header })
      .sign(privateKey, crit && { crit })
      .then((token) => knows(`Bearer ${token}`));

  await expect(sign({ crit: ['exp-in'], 'exp-in': 1 }, { 'exp-in': true })).rejects.toMatchObject({ code: INVALID });
  await expect(sign({ typ: 'logout+jwt' })).rejects.toMatchObject({ code: INVALID });
  for (const typ of ['at+jwt', 'JWT', 'application/AT+JWT']) {
    expect((await sign({ typ })).caller.subject).toContain('#ada');
  }
});

it.each([
  ['another audience', { aud: 'elsewhere' }, INVALID, /another audience/],
  ['no audience', { aud: undefined }, INVALID, /no claim `aud`/],
  ['no end', { exp: undefined }, INVALID, /no claim `exp`/],
  ['no beginning', { iat: undefined }, INVALID, /no claim `iat`/],
  ['no subject', { sub: undefined }, INVALID, /no claim `sub`/],
  ['no issuer', { iss: undefined }, INVALID, /not known/],
  ['an issuer that nobody trusts', { iss: 'https://id.example/' }, INVALID, /not known/],
  ['the issuer of another key', { iss: 'https://other.example' }, INVALID, /signature/],
  ['an end that is past', { exp: nowInSeconds() - 11 }, 'TOKEN_EXPIRED', /has ended/],
  ['a beginning to come', { nbf: nowInSeconds() + 300 }, INVALID, /not valid yet/],
  ['an issue to come', { iat: nowInSeconds() + 300, exp: nowInSeconds() + 400 }, INVALID, /not valid yet/],
  ['an end that is no number', { exp: '4000000000' }, INVALID, /`exp`/],
  ['an end in a hundred years', { exp: nowInSeconds() + 3e9 }, INVALID, /longer than a day/],
  [
    'an end a day and a second away',
    { iat: nowInSeconds(), exp: nowInSeconds() + 86_401 },
    INVALID,
    /longer than a day/,
  ],
  ['a subject that is none', { sub: '' }, INVALID, /`sub`/],
  ['a subject that writes into logs', { sub: 'ada\noperator' }, INVALID, /`sub`/],
])('denies a token with %s, and says why without a word of it', async (_, changed, code, reason) => {
  const token = await issuer.sign(changed);
  const [given, message] = await refusal(token);

  expect(given).toBe(code);
  expect(message).toMatch(reason);
  expect(message).not.toMatch(/first|ada|ES256|[\w-]{30}/);
});

it('takes a clock that differs by the skew, and not by more', async () => {
  const at = async (exp: number) => bearer(await issuer.sign({ exp: nowInSeconds() + exp }));

  expect((await at(-8)).caller.subject).toContain('#ada');
  await expect(at(-11)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
});

it('takes a token of 8 KiB, and denies one with a byte more', async () => {
  const sized = (length: number): string => 'x'.repeat(length);
  const token = async (filling: number) => issuer.sign({ filling: sized(filling) });
  const room = 8192 - (await token(0)).length;
  let filling = Math.floor((room * 3) / 4);
  while ((await token(filling)).length > 8192) filling--;
  while ((await token(filling + 1)).length <= 8192) filling++;

  expect((await bearer(await token(filling))).caller.subject).toContain('#ada');
  expect(await refusal(await token(filling + 3))).toEqual([INVALID, 'A token has at most 8192 bytes.']);
});

it('pays for a signature once, and denies the token when it has ended all the same', async () => {
  const brief = identifier({ issuers: [issuer.trusted()], clockSkew: 0 });
  const header = `Bearer ${await issuer.sign({ exp: nowInSeconds() + 2 })}`;
  const session = await brief(header);

  expect(await brief(header)).toBe(session);
  await new Promise((resolve) => session.ends?.addEventListener('abort', resolve));
  await expect(brief(header)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
});

it('keeps no process going for the tokens that it knows', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  const before = timers();
  for (let n = 0; n < 100; n++) await bearer(await issuer.sign({ n }));

  expect(timers() - before).toBeLessThan(50);
});

it('denies every other spelling of a signature', async () => {
  const token = await issuer.sign();
  await bearer(token);
  const spellings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=']
    .map((last) => token.slice(0, -1) + last)
    .concat(`${token}=`, `${token}==`, `${token}A`)
    .filter((spelling) => spelling !== token);

  for (const spelling of spellings) expect(await refusal(spelling)).toEqual(UNVERIFIED);
});

it('denies every token in which anything was changed', async () => {
  const token = await issuer.sign({ scope: 'cps:write' });
  const [head = '', body = ''] = token.split('.');
  await bearer(token);
  const anywhere = fc.record({
    at: fc.nat(token.length - 1),
    cut: fc.nat(2),
    put: fc.string({ unit: fc.constantFrom(...'AQgw_-.=aZ09'), maxLength: 2 }),
  });

  await fc.assert(
    fc.asyncProperty(anywhere, async ({ at, cut, put }) => {
      const changed = token.slice(0, at) + put + token.slice(at + cut);
      fc.pre(changed !== token);
      expect((await refusal(changed))[0]).toBe(INVALID);
    }),
    { seed: 7, numRuns: 1_000 },
  );
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 }), async (more) => {
      const parts = [head, body].map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
      for (const [i, part] of parts.entries()) {
        const forged = [...parts];
        forged[i] = { ...part, ...more };
        const changed = [...forged.map(encode), token.split('.')[2]].join('.');
        if (changed !== token) expect((await refusal(changed))[0]).toBe(INVALID);
      }
    }),
    { seed: 7, numRuns: 300 },
  );
});
