import { createSecretKey } from 'node:crypto';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validate, version } from 'uuid';
import { beneficiary, supportCentre } from '../../../test/kit/given-cps.ts';
import { logPseudonymOf } from '../beneficiary/log-pseudonym.ts';
import { PersonKey } from './person-key.ts';
import { domainKey, pseudonymOf } from './pseudonym.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const person = fc.record({ key, uuid: fc.uuid() });
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 20, selector: ({ uuid }) => uuid });

it('hides who is who: whoever lacks one of the two keys comes to other pseudonyms, also with all the rest', () => {
  fc.assert(
    fc.property(people, key, key, key, (all, domain, other, guess) => {
      fc.pre(new Set([domain, other, guess].map(String)).size === 3);
      const here = createSecretKey(domain);
      const pseudonyms = all.map((one) => pseudonymOf(here, one.key, one.uuid));

      expect(pseudonyms).toEqual(all.map((one) => pseudonymOf(here, one.key, one.uuid))); // the same each time
      expect(pseudonyms.every((one) => validate(one) && version(one) === 8)).toBe(true);
      expect(new Set(pseudonyms).size).toBe(all.length);
      const known = new Set([...pseudonyms, ...all.map(({ uuid }) => uuid)]);
      const elsewhere = all.map((one) => pseudonymOf(createSecretKey(other), one.key, one.uuid));
      const guessed = all.map((one) => pseudonymOf(here, guess, one.uuid));
      expect([...elsewhere, ...guessed].filter((one) => known.has(one))).toEqual([]);
    }),
  );
});

it('hides that two extracts are of the same people: nothing in the order or the bits of one tells of the other', () => {
  const uuids = fc.sample(person, 2000);
  const [a, b] = fc.sample(key, 2).map((one) => createSecretKey(one));
  const of = (domain: typeof a) => uuids.map(({ key: one, uuid }) => pseudonymOf(domain as never, one, uuid));
  const bits = (text: string) =>
    [...Buffer.from(text.replaceAll('-', ''), 'hex')].flatMap((byte) => [...byte.toString(2).padStart(8, '0')]);
  const [here, there] = [of(a).map(bits), of(b).map(bits)];

  const fixed = [48, 49, 50, 51, 64, 65]; // the version and the variant
  for (let bit = 0; bit < 128; bit++) {
    if (fixed.includes(bit)) continue;
    const same = here.filter((one, i) => one[bit] === there[i]?.[bit]).length;
    expect(Math.abs(same / uuids.length - 0.5)).toBeLessThan(0.07); // six times what chance has
  }
});

it('gives each person a key of 256 bits, and the log of who looked a pseudonym that leads to no other', () => {
  const one = beneficiary(supportCentre('CPS'));
  const [first, second] = [PersonKey.of(one), PersonKey.of(one)];

  expect(first.key).toHaveLength(32);
  expect(first.key).not.toEqual(second.key);
  expect(first.hostPseudonym).not.toBe(second.hostPseudonym);
  expect(logPseudonymOf(first)).toBe(logPseudonymOf(first));
  expect(logPseudonymOf(first)).not.toBe(logPseudonymOf(second));
  expect(logPseudonymOf(first)).not.toContain(first.hostPseudonym);
});

it.each([undefined, '', 'short', Buffer.alloc(31).toString('base64url')])('denies to work with the key %j', (value) => {
  expect(() => domainKey('PSEUDONYM_KEY_X', { PSEUDONYM_KEY_X: value })).toThrow(/PSEUDONYM_KEY_X is not set, or too/);
});
