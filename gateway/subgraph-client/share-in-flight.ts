import type { SendToSubgraph, SubgraphResponse } from '../engine/engine.ts';

interface Shared {
  answer: Promise<SubgraphResponse>;
  waiting: number;
  /** Aborted when the last of those who waited has gone. */
  abandoned: AbortController;
}

/**
 * Sends a query once for all who ask the very same of a subgraph, with the same rights, while it is on its way. Whoever
 * goes leaves the others their answer.
 * @param rightsOf - equal for callers who would get equal answers, and only for them
 */
export function shareInFlight<C>(send: SendToSubgraph<C>, rightsOf: (context: C) => string): SendToSubgraph<C> {
  const underWay = new Map<string, Shared>();

  return (request) => {
    if (request.kind === 'mutation') return send(request);

    const key = `${request.subgraph} ${request.url}\n${rightsOf(request.context)}\n${request.body}`;
    const shared = underWay.get(key) ?? begin();
    shared.waiting++;
    return request.signal ? untilGone(shared, request.signal, end) : shared.answer;

    function begin(): Shared {
      const abandoned = new AbortController();
      const answer = send({ ...request, signal: abandoned.signal }).finally(() => end(begun));
      const begun: Shared = { answer, waiting: 0, abandoned };
      underWay.set(key, begun);
      return begun;
    }

    /** From now on whoever asks begins anew. */
    function end(ended: Shared): void {
      if (underWay.get(key) === ended) underWay.delete(key);
    }
  };
}

/** Waits for the answer as long as this caller does, and calls it off when no other waits. */
function untilGone(shared: Shared, signal: AbortSignal, end: (abandoned: Shared) => void): Promise<SubgraphResponse> {
  return new Promise((resolve, reject) => {
    const forget = (): void => signal.removeEventListener('abort', leave);
    const leave = (): void => {
      forget();
      reject(signal.reason);
      if (--shared.waiting > 0) return;
      end(shared);
      shared.abandoned.abort(signal.reason);
    };
    signal.addEventListener('abort', leave);
    shared.answer.finally(forget).then(resolve, reject);
  });
}
