import { expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { AnswerCache } from '../cache/answer-cache.ts';
import { measureCache } from './cache-metrics.ts';

it('tells how requests fared, what is kept, and how long writes took to be heard of', async () => {
  const registry = new Registry();
  const metrics = measureCache(() => cache, registry);
  const cache = new AnswerCache({ room: 1e6, hearsAll: () => true, watch: metrics });
  const graph = {};
  cache.serve(graph);
  const begun = cache.begin();
  const provenance = { maxAge: 60, dependencies: new Set(['work:1']) } as never;
  cache.keep(graph, { document: '{ a }', rest: '' }, Buffer.from('{"data":{"a":1}}'), provenance, begun);
  metrics.onFare('hit');
  metrics.onLag(40);
  cache.touch(['work:1', 'work:T*']);
  cache.keep(graph, { document: '{ b }', rest: '' }, Buffer.from('{"data":{"b":1}}'), provenance, begun);

  const text = await registry.metrics();
  for (const line of [
    'hub_cache_requests_total{outcome="hit"} 1',
    'hub_cache_requests_total{outcome="bypass-bus"} 0',
    'hub_cache_unkept_total{reason="touched"} 1',
    'hub_cache_touches_total 1',
    'hub_cache_invalidations_total 1',
    'hub_cache_answers 1',
    'hub_cache_serving 1',
    'hub_cache_lag_seconds_bucket{le="0.05"} 1',
  ]) {
    expect(text.split('\n')).toContain(line);
  }
});
