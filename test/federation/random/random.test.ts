import { expect, it } from '@jest/globals';
import { checkCases } from './check.ts';

it('answers as one schema over the same data would, whatever the graph, the data and the query', async () => {
  const { models, refused, cases, unplanned, withErrors } = await checkCases(500, 4);

  expect(cases).toBeGreaterThanOrEqual(500);
  expect(refused / models).toBeLessThan(0.1);
  expect(unplanned / cases).toBeLessThan(0.01);
  expect(withErrors).toBeGreaterThan(20);
}, 60_000);
