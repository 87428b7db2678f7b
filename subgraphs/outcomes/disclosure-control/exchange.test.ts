import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exchanged, shifted } from './exchange.ts';

const PLENTY = 1_000;

it('exchanges as many as the smallest of the eight counts that take part allows', () => {
  const own = [
    [3, 9],
    [7, 5],
  ];
  const other = [
    [20, 30],
    [40, 6],
  ];

  expect(exchanged(own, [other], [0, 0], 1, PLENTY)).toBe(6);
  expect(exchanged(own, [other], [0, 0], -1, PLENTY)).toBe(3);
  expect(exchanged(own, [other, other], [0, 0], 1, PLENTY)).toBe(7);
});

it('exchanges nothing with nobody, or where a line is empty', () => {
  const diagonal = [
    [9, 0],
    [0, 9],
  ];

  expect(exchanged(diagonal, [], [0, 0], -1, PLENTY)).toBe(0);
  expect(exchanged(diagonal, [diagonal], [0, 1], 1, PLENTY)).toBe(0);
  expect(exchanged(diagonal, [diagonal], [0, 1], -1, PLENTY)).toBe(0);
});

it('shifts people between lines within each column, in all crossings by as many', () => {
  const own = [
    [5, 1],
    [2, 8],
  ];
  const other = [
    [4, 4],
    [4, 4],
  ];
  const narrow = [
    [6, 0],
    [1, 9],
  ];

  expect(shifted([own], [[other]], 0, 1, PLENTY)).toBe(6);
  expect(shifted([own], [[other]], 0, -1, PLENTY)).toBe(5);
  expect(shifted([own, narrow], [[other, other]], 0, -1, PLENTY)).toBe(4);
});

it('never makes a cell smaller than nobody', () => {
  const table = fc.array(fc.array(fc.nat(9), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(table, fc.array(table, { maxLength: 4 }), (own, others) => {
      expect(exchanged(own, others, [0, 0], -1, PLENTY)).toBeLessThanOrEqual(own[0]?.[0] ?? 0);
      const line = (own[0] ?? []).reduce((all, count) => all + count, 0);
      expect(
        shifted(
          [own],
          others.map((other) => [other]),
          0,
          -1,
          PLENTY,
        ),
      ).toBeLessThanOrEqual(line);
    }),
  );
});
