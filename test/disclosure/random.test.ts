import { expect, it } from '@jest/globals';
import { checkTrees } from './check.ts';

it('lets nobody find out a hidden count, whatever the territories and the counts; the usual rules do', () => {
  const { trees, mixed, cells, unchecked, hidingOnlySmall, hidingOneMore } = checkTrees(200);

  expect(trees).toBe(200);
  expect(mixed).toBeGreaterThan(100);
  expect(unchecked / cells).toBeLessThan(0.05);
  expect(hidingOnlySmall).toBeGreaterThan(100);
  expect(hidingOneMore).toBeGreaterThan(40);
}, 60_000);
