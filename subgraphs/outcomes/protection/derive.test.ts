import { expect, it } from '@jest/globals';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { ORGANISATIONS, PEOPLE } from '../../../test/disclosure/release/random-releases.ts';
import { territoryTree } from '../disclosure-control/territory-tree.ts';
import { thresholdsOf } from '../disclosure-control/thresholds.ts';
import { type DerivedIndicator, type Formula, IndicatorSubject } from '../indicator/indicator-definition.ts';
import { derive } from './derive.ts';
import { territoriesOf } from './protect-territories.ts';

const { NATIONAL, REGIONAL, LOCAL } = TerritoryLevel;
const TREE = territoryTree([
  { code: 'N', level: NATIONAL, parentCode: null },
  { code: 'R', level: REGIONAL, parentCode: 'N' },
  { code: 'S', level: REGIONAL, parentCode: 'N' },
  { code: 'T', level: LOCAL, parentCode: 'N' },
]);
const CENTS = { ...ORGANISATIONS, code: 'CENTS', decimals: 2 };

/** Of N, R, S and T; `c` for what is hidden, null for no quotient. */
function derived(
  formula: Formula,
  columns: Readonly<Record<string, readonly [number | 'c', number | 'c', number | 'c', number | 'c']>>,
  more: Partial<DerivedIndicator> = {},
): (number | 'c' | null)[] {
  const indicator: DerivedIndicator = {
    ...PEOPLE,
    code: 'D',
    subject: IndicatorSubject.ORGANISATION,
    lowestLevel: LOCAL,
    formula,
    ...more,
  };
  const { values, hidden } = derive(indicator, {
    territories: territoriesOf(TREE),
    thresholds: thresholdsOf(),
    columnOf: ({ indicator: code, category = '' }) => ({
      indicator: code,
      category,
      values: Float64Array.from(columns[code] ?? [], (value) => (value === 'c' ? 7 : value)),
      hidden: Uint8Array.from(columns[code] ?? [], (value) => Number(value === 'c')),
    }),
    indicatorOf: (code) => (code === 'CENTS' ? CENTS : ORGANISATIONS),
  });
  return [...values].map((value, place) => {
    if (hidden[place]) return 'c';
    return Number.isNaN(value) ? null : value;
  });
}

const part = (indicator: string) => ({ indicator });

it('sums parts, and hides the sum where any of them is hidden', () => {
  const sum = { sum: [part('A'), part('B')] };

  expect(derived(sum, { A: [9, 1, 2, 3], B: [9, 0, 'c', 4] })).toEqual([18, 1, 'c', 7]);
});

it('publishes nothing nearer to people than the lowest level', () => {
  expect(derived({ sum: [part('A')] }, { A: [9, 1, 2, 3] }, { lowestLevel: REGIONAL })).toEqual([9, 1, 2, 'c']);
});

it('divides in the units of the parts, to the last digit of the quotient', () => {
  const cost = { of: [part('CENTS')], per: [part('A')], times: 1, atLeast: 0 };

  expect(derived(cost, { CENTS: [100_000, 50_000, 1, 'c'], A: [3, 4, 0, 2] }, { decimals: 2 })).toEqual([
    33_333,
    12_500,
    null,
    'c',
  ]);
});

it('gives no quotient of fewer than are asked for, but says where there is nothing to divide by', () => {
  const months = { of: [part('A')], per: [part('B')], times: 1, atLeast: 10 };

  expect(derived(months, { A: [120, 90, 60, 0], B: [10, 9, 'c', 0] })).toEqual([12, 'c', 'c', null]);
});

it('gives the rate of organisations however few there are, and that of people only of enough', () => {
  const rate = { some: [part('A')], others: [part('B')] };
  const columns = { A: [1, 20, 'c', 3], B: [2, 20, 5, 0] } as const;

  expect(derived(rate, columns)).toEqual([33, 50, 'c', 100]);
  expect(derived(rate, columns, { subject: IndicatorSubject.PERSON })).toEqual(['c', 50, 'c', 'c']);
});
