import { Histogram, type Registry } from 'prom-client';
import { DURATION_BUCKETS } from './duration-buckets.ts';

const OUTCOMES = ['ok', 'partial', 'refused', 'abandoned', 'failed'] as const;

/**
 * `partial`: with errors beside data; `refused`: with errors alone; `abandoned`: the client was gone; `failed`: by a
 * mistake of the gateway.
 */
export type Outcome = (typeof OUTCOMES)[number];

export type OperationAnswered = (outcome: Outcome, milliseconds: number) => void;

/** Counts and times what clients were answered. No label has a value that a client could make up. */
export function measureOperations(registry: Registry): OperationAnswered {
  const durations = new Histogram({
    name: 'hub_operation_duration_seconds',
    help: 'From the request line to the whole answer, by outcome.',
    labelNames: ['outcome'],
    buckets: DURATION_BUCKETS,
    registers: [registry],
  });
  const byOutcome = new Map(OUTCOMES.map((outcome) => [outcome, durations.labels(outcome)]));
  return (outcome, milliseconds) => byOutcome.get(outcome)?.observe(milliseconds / 1000);
}
