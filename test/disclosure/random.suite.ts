import { expect, it } from '@jest/globals';
import { checkTrees } from './check.ts';

it('lets nobody find out a hidden count, on 2,000 trees that are others each time; the usual rules do', () => {
  const { trees, mixed, cells, unchecked, hidingOnlySmall, hidingOneMore } = checkTrees(2_000);

  expect(trees).toBe(2_000);
  expect(mixed).toBeGreaterThan(1_000);
  expect(unchecked / cells).toBeLessThan(0.05);
  expect(hidingOnlySmall).toBeGreaterThan(1_000);
  expect(hidingOneMore).toBeGreaterThan(400);
}, 1_200_000);
