import { expect, it } from '@jest/globals';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { cellOf, hiddenIn, tableOf } from '../../../test/disclosure/tables.ts';
import { hide, publish } from './count-table.ts';
import { suppress } from './suppress.ts';

const { EUROPEAN, NATIONAL, REGIONAL, LOCAL } = TerritoryLevel;

/** What is hidden of the counts. */
function hiddenOf(...args: Parameters<typeof tableOf>): string {
  const table = tableOf(...args);
  suppress(table);
  return hiddenIn(table);
}

it('hides the least sibling beside a small count, so that the total does not tell it', () => {
  expect(hiddenOf({ region: { a: 3, b: 40, c: 20, d: 25 } })).toBe('a c');
});

it('hides by code where siblings are equal, so that the same counts always hide the same', () => {
  expect(hiddenOf({ region: { a: 20, b: 3, c: 20 } })).toBe('a b');
});

it('publishes zero, and hides it only where nothing else is left to hide', () => {
  expect(hiddenOf({ region: { a: 0, b: 40 } })).toBe('');
  expect(hiddenOf({ region: { a: 0, b: 3, c: 30 } })).toBe('b c');
  expect(hiddenOf({ region: { a: 0, b: { b1: 3, b2: 9 }, c: 30 } })).toBe('b1 b2');
  expect(hiddenOf({ region: { a: 0, b: { b1: 3, b2: 5 }, c: 30 } })).toBe('b c b1 b2');
});

it('publishes that nobody is in a region, also where none of its parts is published', () => {
  const table = tableOf({ country: { region: { a: 20, b: 30 }, empty: { c: 0, d: 0 } } });
  for (const code of ['a', 'b', 'c', 'd']) hide(cellOf(table, code));
  suppress(table);

  expect(hiddenIn(table)).toBe('c d a b');
});

it('hides siblings until those hidden sum to the threshold', () => {
  expect(hiddenOf({ region: { a: 3, b: 4, c: 20 } })).toBe('a b c');
  expect(hiddenOf({ region: { a: 3, b: 7, c: 20 } })).toBe('a b');
});

it('hides the whole where its parts cannot hide behind each other, and goes on one level above', () => {
  const counts = { region: { a: { a1: 3, a2: 0, a3: 6 }, b: 50, c: 60 } };

  expect(hiddenOf(counts)).toBe('a b a1 a2 a3');
});

it('hides all that is beneath what it hides', () => {
  expect(hiddenOf({ region: { a: 3, b: { b1: 11, b2: 12 }, c: 60 } })).toBe('a b b1 b2');
});

it('takes a territory with one child for a territory of the level of that child', () => {
  const levels = [EUROPEAN, NATIONAL, REGIONAL, LOCAL];

  expect(hiddenOf({ EU: { LU: 7, PL: 90, DE: 90 } }, {}, levels)).toBe('');
  expect(hiddenOf({ EU: { LU: { LU0: { LU00: 7 } }, PL: 90, DE: 90 } }, {}, levels)).toBe('DE LU LU0 LU00');
});

it('makes what is hidden together large enough for the strictest threshold of all that is in it', () => {
  const nations = { a: 3, b: 4, c: 40 };
  const withRegion = { a: 3, b: 4, c: { c1: 20, c2: 20 } };

  expect(hiddenOf({ EU: nations }, {}, [EUROPEAN, NATIONAL, REGIONAL])).toBe('a b');
  expect(hiddenOf({ EU: withRegion }, {}, [EUROPEAN, NATIONAL, REGIONAL])).toBe('a b c c1 c2');
});

it('hides a nation that its only region would tell, although the nation alone might be told', () => {
  const counts = { EU: { PL: { PL1: 7, PL2: 0 }, DE: 40, FR: 50 } };

  expect(hiddenOf(counts, {}, [EUROPEAN, NATIONAL, REGIONAL])).toBe('DE PL PL1 PL2');
});

it('protects what was hidden before for another reason like a small count', () => {
  const table = tableOf({ region: { a: 30, b: 40, c: 50 } });
  hide(cellOf(table, 'b'));

  suppress(table);

  expect(hiddenIn(table)).toBe('a b');
});

it('hides nothing behind a value that everybody knows', () => {
  const table = tableOf({ region: { a: 3, b: 20, c: 50 } });
  cellOf(table, 'b').told = true;

  suppress(table);

  expect(hiddenIn(table)).toBe('a c');
});

it('gives what is hidden as null with the flag c, and not a word of why', () => {
  const table = tableOf({ region: { small: 3, partner: 20, zero: 0, large: 50 } });
  suppress(table);

  const [small, partner, zero, large] = ['small', 'partner', 'zero', 'large'].map((code) =>
    publish(cellOf(table, code)),
  );
  expect(small).toEqual({ value: null, flag: 'c' });
  expect(partner).toEqual(small);
  expect(zero).toEqual({ value: 0, flag: null });
  expect(large).toEqual({ value: 50, flag: null });
});

it('takes each country that stands under nobody by itself', () => {
  expect(hiddenOf({ CH: { c1: 3, c2: 40 }, NO: { n1: 20, n2: 30 } })).toBe('c1 c2');
});
