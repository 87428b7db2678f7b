import { expect, it } from '@jest/globals';
import { checkAccess } from './access-check.ts';

it('denies what one schema with the same rules would, and asks no subgraph for it, whatever the graph, the query and the scopes', async () => {
  const checked = await checkAccess(4000);

  expect(checked).toEqual({});
}, 600_000);
