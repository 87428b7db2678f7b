import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { type OnRefused, REQUEST_REFUSALS } from '../limits/refusal.ts';

export interface LimitMetrics {
  onRefused: OnRefused;
  onPriced(cost: number): void;
}

const COSTS = [1, 10, 50, 100, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000];

/** @param callers - how many callers are told apart; asked whenever somebody reads the metrics */
export function measureLimits(callers: () => number, registry: Registry): LimitMetrics {
  const registers = [registry];
  const refused = new Counter({
    name: 'hub_requests_refused_total',
    help: 'Requests that were refused for what they ask or how, by code, before anything was executed.',
    labelNames: ['code'],
    registers,
  });
  for (const code of REQUEST_REFUSALS) refused.inc({ code }, 0);
  const costs = new Histogram({
    name: 'hub_operation_cost',
    help: 'What operations were found to cost before they ran.',
    buckets: COSTS,
    registers,
  });
  new Gauge({
    name: 'hub_callers',
    help: 'Callers who have spent of their share lately.',
    registers,
    collect() {
      this.set(callers());
    },
  });
  return { onRefused: (code) => refused.inc({ code }), onPriced: (cost) => costs.observe(cost) };
}
