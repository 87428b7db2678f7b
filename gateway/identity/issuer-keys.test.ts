import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { TokenIssuer } from '../../test/kit/token-issuer.ts';
import { type Identify, identifier } from './identify.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

let issuer: TokenIssuer;
let thief: TokenIssuer;
let identify: Identify;
let lines: string[];
beforeEach(async () => {
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'setInterval', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'],
  });
  issuer = await new TokenIssuer().start();
  thief = await new TokenIssuer(issuer.issuer).start();
  await issuer.addKey('first');
  lines = [];
  identify = identifier({ issuers: [issuer.trusted({}, (what, facts) => lines.push(`${what} ${facts?.address}`))] });
});
afterEach(async () => {
  jest.useRealTimers();
  await Promise.all([issuer.stop(), thief.stop()]);
});

/** The clock alone moves on; nothing that waits is woken. */
const pass = (milliseconds: number) => jest.setSystemTime(Date.now() + milliseconds);
/** What becomes of a new token that the key signed. */
const tried = async (kid = 'first') => {
  const token = await issuer.sign({ n: Math.random() }, {}, kid);
  return identify(`Bearer ${token}`).then(
    () => 'taken',
    ({ code }) => code,
  );
};
const settle = () => new Promise((resolve) => setTimeout(resolve, 50));
const down = () => {
  issuer.answer = (response) => void response.writeHead(503).end();
};

it('fetches the keys once for all who come at the same time', async () => {
  const all = await Promise.all(Array.from({ length: 50 }, () => tried()));

  expect([new Set(all), issuer.asked]).toEqual([new Set(['taken']), 1]);
});

it('follows a rotation: takes the new key at once, and the old one until the issuer has withdrawn it', async () => {
  await tried();
  pass(MINUTE);
  await issuer.addKey('second');
  expect([await tried('second'), await tried('first'), issuer.asked]).toEqual(['taken', 'taken', 2]);

  issuer.shown = issuer.shown.slice(1);
  pass(5 * MINUTE + SECOND);
  expect(await tried('first')).toBe('taken'); // nobody waits for the new keys
  await settle();
  expect([await tried('first'), await tried('second')]).toEqual(['TOKEN_INVALID', 'taken']);
});

it('denies a remembered token soon after its key was withdrawn', async () => {
  const header = `Bearer ${await issuer.sign({ exp: Math.floor(Date.now() / 1000) + 3600 })}`;
  await identify(header);
  issuer.shown = [];
  await issuer.addKey('second');
  pass(5 * MINUTE + SECOND);
  await tried('second');
  await settle();

  await expect(identify(header)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
});

it('survives an issuer that is down: known keys go on for a day, and no longer', async () => {
  await tried();
  down();
  for (let hour = 0; hour < 23; hour++) {
    pass(HOUR);
    expect(await tried()).toBe('taken');
    await settle();
  }
  expect([issuer.asked, lines.length]).toEqual([24, 23]);

  pass(2 * HOUR);
  expect(await tried()).toBe('ISSUER_UNREACHABLE');
});

it('denies a key that it does not know while the issuer is down, and asks once in ten seconds, not for each', async () => {
  await tried();
  await issuer.addKey('second');
  down();
  pass(11 * SECOND);
  const all = await Promise.all(Array.from({ length: 50 }, () => tried('second')));
  expect([new Set(all), issuer.asked, lines.length]).toEqual([new Set(['TOKEN_INVALID']), 2, 1]);

  pass(9 * SECOND);
  expect([await tried('second'), issuer.asked]).toEqual(['TOKEN_INVALID', 2]);
  pass(2 * SECOND);
  issuer.answer = (response) => issuer.show(response);
  expect([await tried('second'), issuer.asked]).toEqual(['taken', 3]);
});

it('says that the issuer cannot be reached where it never was, and comes back when it can', async () => {
  down();
  expect([await tried(), await tried(), issuer.asked]).toEqual(['ISSUER_UNREACHABLE', 'ISSUER_UNREACHABLE', 1]);
  expect(lines).toEqual([expect.stringContaining(`cannot be had ${issuer.jwks}`)]);

  issuer.answer = (response) => issuer.show(response);
  pass(11 * SECOND);
  expect(await tried()).toBe('taken');
});

it('survives an issuer that never answers, within three seconds, and holds up nobody with a known key', async () => {
  await tried();
  await issuer.addKey('second');
  issuer.answer = () => {};
  pass(11 * SECOND);
  const began = performance.now();
  const waiting = tried('second');
  expect(await tried()).toBe('taken');
  expect(performance.now() - began).toBeLessThan(1_500);

  expect(await waiting).toBe('TOKEN_INVALID');
  expect(performance.now() - began).toBeLessThan(4_500);
}, 10_000);

it.each([
  ['no JSON', 'keys'],
  ['no keys', '{}'],
  ['keys that are none', '{"keys":[5,null]}'],
  ['more than a quarter of a megabyte', JSON.stringify({ keys: [], filling: 'x'.repeat(300_000) })],
])('survives an issuer that answers with %s', async (_, body) => {
  await tried();
  await issuer.addKey('second');
  issuer.answer = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  pass(11 * SECOND);

  expect([await tried('second'), await tried('first')]).toEqual(['TOKEN_INVALID', 'taken']);
  expect(lines).toHaveLength(1);
});

it('survives one bad key among good ones, and an answer without an end', async () => {
  issuer.shown.unshift({ kty: 'EC', crv: 'P-256', kid: 'bad', x: '!', y: '!' });
  expect(await tried()).toBe('taken');

  await issuer.addKey('second');
  let sent = 0;
  issuer.answer = (response) => {
    const pour = () => {
      while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536;
    };
    response.on('drain', pour);
    pour();
  };
  pass(11 * SECOND);
  expect(await tried('second')).toBe('TOKEN_INVALID');
  await settle();
  expect(sent).toBeLessThan(20_000_000);
});

it('follows no redirection: the keys are at the address in the file, and nowhere else', async () => {
  await thief.addKey('first');
  issuer.answer = (response) => void response.writeHead(302, { location: thief.jwks }).end();

  expect(await tried()).toBe('ISSUER_UNREACHABLE');
  expect(thief.asked).toBe(0);
});
