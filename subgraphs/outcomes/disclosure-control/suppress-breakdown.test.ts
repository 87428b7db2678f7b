import { expect, it } from '@jest/globals';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { ALL_LEVELS, type Counts, cellOf, hiddenIn, tableOf } from '../../../test/disclosure/tables.ts';
import { suppress } from './suppress.ts';
import { suppressBreakdown } from './suppress-breakdown.ts';

const { NATIONAL, REGIONAL } = TerritoryLevel;

/** What is hidden of the totals and of the categories; the totals are the sums of the categories. */
function hiddenOf(categories: readonly Counts[], traits: number, levels: readonly TerritoryLevel[]): [string, string] {
  const tables = categories.map((counts, index) => tableOf(counts, { category: `kind=${index}` }, levels));
  const totals = tableOf(categories.reduce(sumOf), {}, levels);
  suppress(totals);
  suppressBreakdown(totals, tables, traits);

  const [first = '', ...others] = tables.map(hiddenIn);
  expect(others).toEqual(others.map(() => first));
  return [hiddenIn(totals), first];
}

function sumOf(one: Counts, other: Counts): Counts {
  return Object.fromEntries(
    Object.entries(one).map(([code, inner]) => {
      const more = other[code] ?? 0;
      if (typeof inner === 'number' || typeof more === 'number') return [code, Number(inner) + Number(more)];
      return [code, sumOf(inner, more)];
    }),
  );
}

it('publishes all categories of a territory, or none, and another none beside it', () => {
  const women = { PL: { a: 12, b: 30, c: 40 } };
  const men = { PL: { a: 4, b: 30, c: 50 } };

  expect(hiddenOf([women, men], 1, [NATIONAL, REGIONAL])).toEqual(['', 'a b']);
});

it('hides more until each category that is hidden, and all beside each territory, are large', () => {
  const women = { PL: { a: 30, b: 28, c: 20, d: 90 } };
  const men = { PL: { a: 3, b: 4, c: 20, d: 90 } };

  expect(hiddenOf([women, men], 1, [NATIONAL, REGIONAL])).toEqual(['', 'a b c']);
});

it('publishes no breakdown locally, one trait at a time regionally, and two nationally and above', () => {
  const women = { EU: { PL: { PL21: { a: 30, b: 30 }, PL22: 70 }, DE: 80 } };

  expect(hiddenOf([women, women], 1, ALL_LEVELS)).toEqual(['', 'a b']);
  expect(hiddenOf([women, women], 2, ALL_LEVELS)).toEqual(['', 'PL21 PL22 a b']);
  expect(hiddenOf([women, women], 3, ALL_LEVELS)).toEqual(['', 'EU DE PL PL21 PL22 a b']);
});

it('publishes no breakdown of a region where that would be one of a municipality', () => {
  const levels = ALL_LEVELS.slice(2);

  expect(hiddenOf([{ PL21: { a: 40 } }, { PL21: { a: 30 } }], 1, levels)).toEqual(['', 'PL21 a']);
  expect(hiddenOf([{ PL21: { a: 40, b: 0 } }, { PL21: { a: 30, b: 0 } }], 1, levels)).toEqual(['', 'PL21 a b']);
  expect(hiddenOf([{ PL21: { a: 40, b: 5 } }, { PL21: { a: 30, b: 6 } }], 1, levels)).toEqual(['', 'a b']);
});

it('publishes no breakdown of which everybody is in one category, where the totals beneath would repeat it', () => {
  const all = { PL21: { a: 40, b: 50 } };
  const none = { PL21: { a: 0, b: 0 } };

  expect(hiddenOf([all, none], 1, ALL_LEVELS.slice(2))).toEqual(['', 'PL21 a b']);
  expect(hiddenOf([all, all, none], 1, ALL_LEVELS.slice(2))).toEqual(['', 'a b']);
});

it('hides more where all beside a nation are fewer than the threshold of its regions', () => {
  const women = { EU: { AT: 4, PL: { PL1: 15, PL2: 15 }, DE: 50 } };
  const men = { EU: { AT: 3, PL: { PL1: 15, PL2: 15 }, DE: 50 } };

  expect(hiddenOf([women, men], 1, ALL_LEVELS.slice(0, 3))).toEqual(['', 'AT DE PL PL1 PL2']);
});

it('publishes no breakdown of a hidden total', () => {
  const one = { PL: { a: 4, b: 20, c: 40 } };

  expect(hiddenOf([one, one], 1, [NATIONAL, REGIONAL])).toEqual(['a b', 'a b']);
});

it('hides a block with missing categories and those above it, and publishes the others beneath', () => {
  const nations = { EU: { PL: { a: 30, b: 40, c: 50 }, DE: { d: 60, e: 70 } } };
  const totals = tableOf({ EU: { PL: { a: 60, b: 80, c: 100 }, DE: { d: 120, e: 141 } } }, {}, ALL_LEVELS.slice(0, 3));
  const tables = [nations, nations].map((counts) => tableOf(counts, {}, ALL_LEVELS.slice(0, 3)));
  suppressBreakdown(totals, tables, 1);

  expect(tables.map(hiddenIn)).toEqual(['EU DE e', 'EU DE e']);
});

it('refuses categories that are more than all there are, and says where', () => {
  const totals = tableOf({ PL: { a: 12, b: 30 } });
  const women = tableOf({ PL: { a: 6, b: 15 } }, { category: 'sex=F' });
  const men = tableOf({ PL: { a: 7, b: 15 } }, { category: 'sex=M' });

  expect(() => suppressBreakdown(totals, [women, men], 1)).toThrow(
    'The categories of EECO01 in PL add up to 43, which is more than all there are, 42.',
  );
  expect(() => suppressBreakdown(totals, [totals], 1)).toThrow('There must be at least two');
});

it('hides nothing behind a block that an earlier release told', () => {
  const [a, b, c] = [12, 30, 40];
  const totals = tableOf({ PL: { a: a + 4, b: b + 30, c: c + 50 } }, {}, [NATIONAL, REGIONAL]);
  const tables = [{ PL: { a, b, c } }, { PL: { a: 4, b: 30, c: 50 } }].map((counts) =>
    tableOf(counts, {}, [NATIONAL, REGIONAL]),
  );
  for (const table of tables) cellOf(table, 'b').told = true;
  suppress(totals);
  suppressBreakdown(totals, tables, 1);

  expect(tables.map(hiddenIn)).toEqual(['a c', 'a c']);
});
