import type { Tell } from '../../shared/log/log.ts';
import type { SendToSubgraph } from '../engine/engine.ts';

/** Tells the log when a subgraph fails, why, and when it answers again: once each, however many requests that are. */
export function logFailures<C>(send: SendToSubgraph<C>, log: Tell): SendToSubgraph<C> {
  const failing = new Map<string, string>();
  return async (request) => {
    const { subgraph } = request;
    try {
      const answer = await send(request);
      if (failing.delete(subgraph)) log('a subgraph answers again', { subgraph });
      return answer;
    } catch (error) {
      if (request.signal?.aborted) throw error; // who asked is gone, which says nothing of the subgraph
      const reason = error instanceof Error ? error.message : String(error);
      if (failing.get(subgraph) !== reason) log('a subgraph fails', { subgraph, reason });
      failing.set(subgraph, reason);
      throw error;
    }
  };
}
