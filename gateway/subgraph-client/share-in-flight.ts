import type { SendToSubgraph } from '../engine/engine.ts';

/**
 * Sends a query once for all who ask the very same of a subgraph, with the same rights, while it is on its way.
 * @param rightsOf - equal for callers who would get equal answers, and only for them
 */
export function shareInFlight<C>(send: SendToSubgraph<C>, rightsOf: (context: C) => string): SendToSubgraph<C> {
  const underWay = new Map<string, Promise<string>>();
  return (request) => {
    if (request.kind === 'mutation') return send(request);

    const key = `${request.subgraph} ${request.url}\n${rightsOf(request.context)}\n${request.body}`;
    const shared = underWay.get(key);
    if (shared) return shared;
    const answer = send(request).finally(() => underWay.delete(key));
    underWay.set(key, answer);
    return answer;
  };
}
