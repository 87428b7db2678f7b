import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cell } from '../count-table.ts';
import { audit } from './audit.ts';
import { Fraction } from './fraction.ts';
import { componentsOf, unknownsOf } from './hidden-part.ts';
import { isNarrower, rangesOf } from './range.ts';
import type { SumEquation } from './sum-equation.ts';

/** A cell that stands by itself, hidden or not. */
function cell(code: string, value: number, hidden: boolean, threshold = 3): Cell {
  const subject = { indicator: 'n', category: null, period: '2026', release: 1 };
  const level = 'LOCAL' as Cell['level'];
  return {
    subject,
    code,
    level,
    value,
    threshold,
    strictest: threshold,
    parent: null,
    children: [],
    hidden,
    told: false,
  };
}

/** Sums of some of a few small hidden numbers, in which each sum is published, or is hidden as well. */
const someEquations: fc.Arbitrary<SumEquation[]> = fc
  .record({
    values: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 5 }),
    sums: fc.array(
      fc.record({ members: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), hidden: fc.boolean() }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ values, sums }) => {
    const cells = values.map((value, index) => cell(`x${index}`, value, true));
    return sums.flatMap(({ members, hidden }, index) => {
      const parts = cells.filter((_, place) => members[place]);
      const whole = cell(
        `sum${index}`,
        parts.reduce((sum, { value }) => sum + value, 0),
        hidden && index > 2,
      );
      return parts.length > 0 ? [{ whole, parts, by: 'some' }] : [];
    });
  });

/** The rank by the book: all rows and columns, without any order of its own. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => row.map(Fraction.of));
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const found = rows.findIndex((row, index) => index >= rank && !row[column]?.isZero);
    const pivot = rows[found];
    if (!pivot) continue;
    [rows[rank], rows[found]] = [pivot, rows[rank] ?? pivot];
    for (const [index, row] of rows.entries()) {
      if (index <= rank) continue;
      const times = (row[column] ?? Fraction.ZERO).over(pivot[column] ?? Fraction.ONE);
      rows[index] = row.map((factor, place) => factor.minus(times.times(pivot[place] ?? Fraction.ZERO)));
    }
    rank += 1;
  }
  return rank;
}

it('finds exactly those cells of which the equations leave one value, whatever the equations', () => {
  fc.assert(
    fc.property(someEquations, (equations) => {
      const unknowns = unknownsOf(equations);
      const cells = [...new Set(unknowns.flatMap(({ signs }) => [...signs.keys()]))];
      const matrix = unknowns.map(({ signs }) => cells.map((one) => signs.get(one) ?? 0));
      const rank = rankOf(matrix);
      const determined = cells.filter(
        (one) => rankOf([...matrix, cells.map((other) => Number(other === one))]) === rank,
      );

      const found = audit(equations).exposures.filter(({ how }) => how === 'EXACTLY');
      expect(new Set(found.map((exposure) => exposure.cell))).toEqual(new Set(determined));
    }),
    { numRuns: 500 },
  );
});

it('gives the equations by which each of them is found out', () => {
  fc.assert(
    fc.property(someEquations, (equations) => {
      for (const { cell: exposed, how, by } of audit(equations).exposures) {
        if (how !== 'EXACTLY') continue;
        const found = (some: readonly SumEquation[]) =>
          audit(some).exposures.some((exposure) => exposure.cell === exposed && exposure.how === 'EXACTLY');
        const zeros = equations.filter(({ whole }) => whole.value === 0);
        expect(found([...by, ...zeros])).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

it('gives no range too narrow for what whole counts can be, and its ends where they are near', () => {
  fc.assert(
    fc.property(someEquations, (equations) => {
      const unknowns = unknownsOf(equations);
      for (const component of componentsOf(unknowns)) {
        const ranges = rangesOf(component);
        for (const [one, [least, most]] of wholeRanges(component)) {
          const range = ranges.get(one);
          if (!range || !isNarrower(range, one.threshold)) continue;
          expect(range.least.isLessThan(Fraction.of(least + 1))).toBe(true);
          expect(range.most?.isLessThan(Fraction.of(most))).toBe(false);
        }
      }
    }),
    { numRuns: 300 },
  );
});

/** Least and most of each cell over all solutions in whole numbers up to 12, by trying all of them. */
function wholeRanges(component: ReturnType<typeof unknownsOf>): Map<Cell, [number, number]> {
  const cells = [...new Set(component.flatMap(({ signs }) => [...signs.keys()]))];
  const ranges = new Map<Cell, [number, number]>();
  if (cells.length > 4) return ranges;
  const values = new Map<Cell, number>();
  const attempt = (index: number): void => {
    const next = cells[index];
    if (next) {
      for (let value = 0; value <= 12; value += 1) {
        values.set(next, value);
        attempt(index + 1);
      }
      return;
    }
    const holds = component.every(
      ({ signs, sum }) => [...signs].reduce((total, [one, sign]) => total + sign * (values.get(one) ?? 0), 0) === sum,
    );
    if (!holds) return;
    for (const [one, value] of values) {
      const [least, most] = ranges.get(one) ?? [value, value];
      ranges.set(one, [Math.min(least, value), Math.max(most, value)]);
    }
  };
  attempt(0);
  return ranges;
}
