import { expect, it } from '@jest/globals';
import { allTerritories, childrenOf, findTerritory, territoryOf, UnknownTerritory } from './territory.ts';

function refusal(code: string): UnknownTerritory {
  try {
    territoryOf(code);
  } catch (error) {
    if (error instanceof UnknownTerritory) return error;
    throw error;
  }
  throw new Error(`${code} was found`);
}

/** The code that the message ends with, if it has a guess. */
function guess(code: string): string | null {
  return / Perhaps (\S+) \(.+\) is meant\.$/.exec(refusal(code).message)?.[1] ?? null;
}

it('says what a code looks like and which was perhaps meant', () => {
  const error = refusal('1261011');

  expect(error).toMatchObject({ name: 'UnknownTerritory', code: '1261011' });
  expect(error.message).toBe(
    'No territory has the code "1261011". A code is EU, a NUTS 2024 code such as PL, PL21 or PL213, or in Poland ' +
      'a county (PL_1261), a municipality (PL_1261011) or a district (PL_1261011-D18). ' +
      'Perhaps PL_1261011 (Kraków) is meant.',
  );
});

it('knows Greece as EL and not as GR', () => {
  expect(territoryOf('EL').path).toBe('EU/EL/');
  expect(allTerritories().filter(({ code }) => code.startsWith('GR'))).toEqual([]);
  expect(['GR', 'GR30', 'gr301'].map(guess)).toEqual(['EL', 'EL30', 'EL301']);
});

it.each([
  ['pl213', 'PL213', 'is written in capitals'],
  [' PL21 ', 'PL21', 'is written without spaces'],
  ['1261', 'PL_1261', 'is a county without its country'],
  ['PL1261011', 'PL_1261011', 'lacks the underscore'],
  ['PL-1261', 'PL_1261', 'has another dash'],
  ['126101', 'PL_1261011', 'is a municipality without its kind'],
  ['1201062', 'PL_1201063', 'is a municipality that became mixed'],
  ['PL_1201064', 'PL_1201063', 'is the town in a mixed municipality'],
  ['PL_1261039', 'PL_1261011', 'is a branch office of Kraków'],
  ['1465028', 'PL_1465011', 'is a district of Warsaw'],
  ['1261011-D18', 'PL_1261011-D18', 'is a district without its country'],
  ['PL_1261011-D5', 'PL_1261011-D05', 'is a district with one digit'],
  ['PL12', 'PL21', 'is a voivodeship by its number'],
  ['14', 'PL9', 'is the voivodeship that has two regions'],
])('takes %p for %p, which %s', (asked, meant) => {
  expect(guess(asked)).toBe(meant);
});

it.each(['', 'GB', 'PL999', '13', '9999999', 'PL_1261011-D19', '__proto__'])('has no guess for %p', (asked) => {
  expect(guess(asked)).toBeNull();
  expect(refusal(asked).message).toMatch(/\(PL_1261011-D18\)\.$/);
});

it('refuses an unknown parent, too, and only finds nothing when asked to find', () => {
  expect(() => childrenOf('GR')).toThrow(UnknownTerritory);
  expect(findTerritory('GR')).toBeNull();
});
