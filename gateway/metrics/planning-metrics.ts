import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { DURATION_BUCKETS } from './duration-buckets.ts';

export interface PlanningMetrics {
  onPlanned(milliseconds: number): void;
  onFailure(): void;
}

/** @param operationsKept - asked whenever somebody reads the metrics */
export function measurePlanning(operationsKept: () => number, registry: Registry): PlanningMetrics {
  const registers = [registry];
  const durations = new Histogram({
    name: 'hub_planning_duration_seconds',
    help: 'What it took to make a plan. A plan is made once, for all who send the same document.',
    buckets: DURATION_BUCKETS,
    registers,
  });
  const failures = new Counter({
    name: 'hub_planning_failures_total',
    help: 'Operations for which there was no plan, although they are valid.',
    registers,
  });
  new Gauge({
    name: 'hub_operations_kept',
    help: 'Operations that are kept ready to run.',
    registers,
    collect() {
      this.set(operationsKept());
    },
  });
  return {
    onPlanned: (milliseconds) => durations.observe(milliseconds / 1000),
    onFailure: () => failures.inc(),
  };
}
