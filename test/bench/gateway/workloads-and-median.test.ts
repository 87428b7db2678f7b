import { expect, it } from '@jest/globals';
import { median } from './median.ts';
import { distinct } from './workloads.ts';

it('takes the middle by size, between two where there are two', () => {
  expect(median([10, 9, 100])).toBe(10);
  expect(median([4, 1, 2, 100])).toBe(3);
});

it('makes as many distinct documents as it is asked for', () => {
  expect(new Set(distinct(10_000)).size).toBe(10_000);
});
