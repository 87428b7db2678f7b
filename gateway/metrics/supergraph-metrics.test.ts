import { expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { measureSupergraph } from './supergraph-metrics.ts';

it('tells which supergraph is served, whether the newest is, and what became of each', async () => {
  const registry = new Registry();
  const refused = { at: '', from: 'a push', code: 'SUPERGRAPH_INVALID' as const, reasons: [] };
  const outcomes = { live: 2, unchanged: 0, refused: 1, superseded: 0 };
  let state = {
    hash: 'aa',
    since: '2026-01-01T00:00:00.000Z',
    refused: null as typeof refused | null,
    outcomes,
    broken: 3,
  };
  measureSupergraph(() => state, registry);

  expect(await registry.metrics()).toContain('hub_supergraph_refused 0');
  state = { ...state, refused, hash: 'bb' };
  const text = await registry.metrics();
  await registry.metrics();

  expect(text).toContain('hub_supergraph_refused 1');
  expect(text).toContain('hub_supergraph_info{hash="bb"} 1');
  expect(text).not.toContain('"aa"');
  expect(text).toContain('hub_supergraph_reloads_total{outcome="live"} 2');
  expect(await registry.metrics()).toBe(text);
});
