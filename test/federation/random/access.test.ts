import { expect, it } from '@jest/globals';
import { checkAccess } from './access-check.ts';

it('denies what one schema with the same rules would, and asks no subgraph for it, whatever the graph, the query and the scopes', async () => {
  const { cases, denied, refused, models, unplanned } = await checkAccess(300, 5);

  expect(cases).toBeGreaterThanOrEqual(300);
  expect(denied / cases).toBeGreaterThan(0.15);
  expect(refused / models).toBeLessThan(0.3);
  expect(unplanned / cases).toBeLessThan(0.01);
}, 60_000);
