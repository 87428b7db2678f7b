import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { SendToSubgraph } from '../engine/engine.ts';
import { Unanswered } from '../engine/unanswered.ts';
import type { Circuit } from '../subgraph-client/circuits.ts';
import type { Load } from '../subgraph-client/limit-per-subgraph.ts';
import { DURATION_BUCKETS } from './duration-buckets.ts';

const BY_CODE = {
  DEADLINE_EXCEEDED: 'late',
  SUBGRAPH_OVERLOADED: 'overloaded',
  SUBGRAPH_UNAVAILABLE: 'unavailable',
  CANCELLED: 'cancelled',
} as const;

type Outcome = 'answered' | 'failed' | (typeof BY_CODE)[keyof typeof BY_CODE];

/** Counts and times each request to a subgraph, its time in the queue included. */
export function measureSubgraphs<C>(send: SendToSubgraph<C>, registry: Registry): SendToSubgraph<C> {
  const durations = new Histogram({
    name: 'hub_subgraph_request_duration_seconds',
    help: 'From the wish to ask a subgraph to its whole answer, by outcome.',
    labelNames: ['subgraph', 'outcome'],
    buckets: DURATION_BUCKETS,
    registers: [registry],
  });
  const answered = new Map<string, Histogram.Internal<'subgraph' | 'outcome'>>();
  const ofAnswers = (subgraph: string): Histogram.Internal<'subgraph' | 'outcome'> => {
    const known = answered.get(subgraph) ?? durations.labels(subgraph, 'answered' satisfies Outcome);
    answered.set(subgraph, known);
    return known;
  };

  return async (request) => {
    const began = performance.now();
    try {
      const answer = await send(request);
      ofAnswers(request.subgraph).observe((performance.now() - began) / 1000);
      return answer;
    } catch (error) {
      durations.labels(request.subgraph, outcomeOf(error, request.signal)).observe((performance.now() - began) / 1000);
      throw error;
    }
  };
}

/** Says how many requests each subgraph has, at the moment that somebody asks. */
export function measureLoad(load: () => Load[], registry: Registry): void {
  const gauge = (name: string, help: string, read: (load: Load) => number) =>
    new Gauge({
      name,
      help,
      labelNames: ['subgraph'],
      registers: [registry],
      collect() {
        for (const lane of load()) this.set({ subgraph: lane.subgraph }, read(lane));
      },
    });
  gauge('hub_subgraph_requests_under_way', 'Requests on their way to a subgraph.', ({ underWay }) => underWay);
  gauge('hub_subgraph_requests_waiting', 'Requests that wait for one of those to end.', ({ waiting }) => waiting);
}

/** Says of each subgraph, at the moment that somebody asks, whether it is asked, and counts what was asked again. */
export function measureCircuits(
  circuits: () => Circuit[],
  retries: () => ReadonlyMap<string, number>,
  registry: Registry,
): void {
  new Gauge({
    name: 'hub_subgraph_circuit_open',
    help: '1 where a subgraph failed too often to be asked, 0.5 while one request tries it, 0 where it is asked.',
    labelNames: ['subgraph'],
    registers: [registry],
    collect() {
      for (const { subgraph, state } of circuits()) this.set({ subgraph }, OPENNESS[state]);
    },
  });
  new Counter({
    name: 'hub_subgraph_retries_total',
    help: 'Queries that were sent once more, for the subgraph could not be reached.',
    labelNames: ['subgraph'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [subgraph, count] of retries()) this.inc({ subgraph }, count);
    },
  });
}

const OPENNESS: Record<Circuit['state'], number> = { closed: 0, 'half-open': 0.5, open: 1 };

function outcomeOf(error: unknown, signal: AbortSignal | undefined): Outcome {
  if (signal?.aborted) return 'cancelled';
  return error instanceof Unanswered ? BY_CODE[error.code] : 'failed';
}
