import type { SendToSubgraph, SubgraphRequest, SubgraphResponse } from '../engine/engine.ts';

/** A request that must be answered, headers and body, before the clock of `performance.now()` shows `until`. */
export type TimedRequest<C> = SubgraphRequest<C> & { until: number };

/** An answer, and the HTTP status that it came with. */
export type Heard = SubgraphResponse & { status?: number };

export type SendInTime<C> = (request: TimedRequest<C>) => Promise<Heard>;

/** How many milliseconds one request to a subgraph may take, its time in a queue included. */
export type Deadlines = Record<'query' | 'mutation', number>;

/** Gives each request its deadline, which runs from now on, wherever it has to wait. */
export function withDeadline<C>(send: SendInTime<C>, milliseconds: Deadlines): SendToSubgraph<C> {
  return (request) => send({ ...request, until: performance.now() + milliseconds[request.kind] });
}
