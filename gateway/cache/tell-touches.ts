import type { SendToSubgraph } from '../engine/engine.ts';
import type { AnswerCache } from './answer-cache.ts';

/** Has the cache know what a mutation touched before its client has the answer: whoever wrote reads what they wrote. */
export function tellTouches<C>(send: SendToSubgraph<C>, cache: AnswerCache): SendToSubgraph<C> {
  return async (request) => {
    const response = await send(request);
    if (response.touched !== undefined) cache.touchByHeader(request.subgraph, response.touched);
    return response;
  };
}

/**
 * Who may share a fetch that is on its way: nobody who asks after a write that was heard of since it began, for it may
 * not have read that.
 */
export const sharersSince =
  <C>(cache: AnswerCache, rightsOf: (context: C) => string) =>
  (context: C): string =>
    `${cache.moment} ${rightsOf(context)}`;
