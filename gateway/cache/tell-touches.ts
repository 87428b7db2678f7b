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
