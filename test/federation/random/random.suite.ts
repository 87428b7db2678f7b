import { expect, it } from '@jest/globals';
import { checkAccess } from './access-check.ts';
import { checkCases } from './check.ts';

it('answers as one schema over the same data would, in 10,000 cases that are others each time', async () => {
  const { models, refused, cases, unplanned, withErrors } = await checkCases(10_000);

  expect(cases).toBeGreaterThanOrEqual(10_000);
  expect(refused / models).toBeLessThan(0.1);
  expect(unplanned / cases).toBeLessThan(0.01);
  expect(withErrors).toBeGreaterThan(400);
}, 1_200_000);

it('denies what one schema with the same rules would, in 5,000 cases that are others each time', async () => {
  const { cases, denied, refused, models, unplanned } = await checkAccess(5_000);

  expect(cases).toBeGreaterThanOrEqual(5_000);
  expect(denied / cases).toBeGreaterThan(0.15);
  expect(refused / models).toBeLessThan(0.3);
  expect(unplanned / cases).toBeLessThan(0.01);
}, 1_200_000);
