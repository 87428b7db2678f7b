import { expect, it } from '@jest/globals';
import { checkCases } from './check.ts';

it('answers as one schema over the same data would, in 10,000 cases that are others each time', async () => {
  const { models, refused, cases, unplanned, withErrors } = await checkCases(10_000);

  expect(cases).toBeGreaterThanOrEqual(10_000);
  expect(refused / models).toBeLessThan(0.1);
  expect(unplanned / cases).toBeLessThan(0.01);
  expect(withErrors).toBeGreaterThan(400);
}, 1_200_000);
