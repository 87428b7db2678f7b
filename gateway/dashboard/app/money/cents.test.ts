import { expect, it } from '@jest/globals';
import { amountOf, centsOf, sumsOf, typedAmount } from './cents.ts';

it('adds amounts up exactly, and each currency by itself', () => {
  const sums = sumsOf([
    { amount: '0.10', currency: 'PLN' },
    { amount: '0.2', currency: 'PLN' },
    { amount: '1500', currency: 'EUR' },
    { amount: '-0.05', currency: 'PLN' },
  ]);

  expect(sums).toEqual([
    { amount: '0.25', currency: 'PLN' },
    { amount: '1500.00', currency: 'EUR' },
  ]);
  expect(amountOf(centsOf('-3.5'))).toBe('-3.50');
});

it.each([
  ['1500', '1500'],
  ['1 500,50', '1500.50'],
  ['1,500.50', '1500.50'],
  ['1.500,5', '1500.5'],
  ['1,500', '1500'],
  ['2,000,000', '2000000'],
])('reads %s as people of either language write it', (typed, amount) => {
  expect(typedAmount(typed)).toBe(amount);
});

it.each(['', '12x', '1.234.5', '-5', '1,2345', '0.123'])('does not guess what %p is', (typed) => {
  expect(typedAmount(typed)).toBeNull();
});
