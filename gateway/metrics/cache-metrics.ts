import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { AnswerCache } from '../cache/answer-cache.ts';
import { type CacheWatch, FARES, type Fare, UNKEPT } from '../cache/watch.ts';

export interface CacheMetrics extends CacheWatch {
  onFare(fare: Fare): void;
  onLag(milliseconds: number): void;
}

const LAG_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60, 600];

/** Counts how the cache fares. Without a cache nothing is counted. */
export function measureCache(cache: () => AnswerCache | undefined, registry: Registry): CacheMetrics {
  const registers = [registry];
  const requests = new Counter({
    name: 'hub_cache_requests_total',
    help: 'GraphQL requests by how they fared: hit, miss, stale (the last good answer), or why they passed the cache by.',
    labelNames: ['outcome'],
    registers,
  });
  const unkept = new Counter({
    name: 'hub_cache_unkept_total',
    help: 'Answers that may be kept and were not, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const touches = new Counter({
    name: 'hub_cache_touches_total',
    help: 'Writes of subgraphs that the cache heard of; one through this gateway is heard of twice.',
    registers,
  });
  const invalidations = new Counter({
    name: 'hub_cache_invalidations_total',
    help: 'Kept answers that were dropped because of a write.',
    registers,
  });
  const lags = new Histogram({
    name: 'hub_cache_lag_seconds',
    help: 'From a write to the moment when the cache had applied its event.',
    buckets: LAG_BUCKETS,
    registers,
  });
  const gauge = (name: string, help: string, read: (kept: AnswerCache) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const kept = cache();
        this.set(kept ? read(kept) : 0);
      },
    });
  gauge('hub_cache_answers', 'Answers that are kept, the last good ones included.', ({ size }) => size.answers);
  gauge('hub_cache_bytes', 'What the kept answers take, as estimated.', ({ size }) => size.bytes);
  gauge('hub_cache_serving', '1 where kept answers are served, 0 where the event log is not heard.', (kept) =>
    kept.hearsAll() ? 1 : 0,
  );

  const byFare = new Map(FARES.map((fare) => [fare, requests.labels(fare)]));
  for (const fare of FARES) requests.inc({ outcome: fare }, 0);
  for (const reason of UNKEPT) unkept.inc({ reason }, 0);
  return {
    onFare: (fare) => byFare.get(fare)?.inc(),
    onUnkept: (reason) => unkept.labels(reason).inc(),
    onTouch: (outdated) => {
      touches.inc();
      invalidations.inc(outdated);
    },
    onLag: (milliseconds) => lags.observe(Math.max(0, milliseconds) / 1000),
  };
}
