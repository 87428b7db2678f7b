import { setTimeout as sleep } from 'node:timers/promises';
import { Unanswered } from '../engine/unanswered.ts';
import type { SendInTime, TimedRequest } from './deadline.ts';

export interface Retrying<C> {
  send: SendInTime<C>;
  /** How many were sent once more, by subgraph. */
  retries(): ReadonlyMap<string, number>;
}

/** Each request leaves 1 for repetitions, which cost as much as ten leave; a subgraph's requests leave no more than a burst takes. */
const COST = 10;
const MOST = 10 * COST;
/** Milliseconds before a repetition: by chance, so that not all who were cut off at once come back at once. */
const PAUSE = { least: 10, most: 100 };

/**
 * Sends a query once more where its subgraph could not be reached, as happens when a kept connection was just closed or a
 * process is replaced. Never a mutation, nor what may have been answered; and no more than one for ten requests over time,
 * so that an outage is not made worse.
 */
export function retryQueries<C>(send: SendInTime<C>): Retrying<C> {
  const budgets = new Map<string, number>();
  const retries = new Map<string, number>();

  return {
    async send(request) {
      const { subgraph } = request;
      budgets.set(subgraph, Math.min(MOST, (budgets.get(subgraph) ?? MOST) + 1));
      try {
        return await send(request);
      } catch (error) {
        const budget = budgets.get(subgraph) ?? 0;
        const pause = PAUSE.least + Math.random() * (PAUSE.most - PAUSE.least);
        if (!mayRepeat(request, error, pause) || budget < COST) throw error;
        budgets.set(subgraph, budget - COST);
        retries.set(subgraph, (retries.get(subgraph) ?? 0) + 1);
        await sleep(pause, undefined, { signal: request.signal }).catch(() => {
          throw request.signal?.reason;
        });
        return send(request);
      }
    },
    retries: () => retries,
  };
}

function mayRepeat<C>({ kind, signal, until }: TimedRequest<C>, error: unknown, pause: number): boolean {
  const wasNotReached = error instanceof Unanswered && error.code === 'SUBGRAPH_UNAVAILABLE';
  return kind === 'query' && wasNotReached && !signal?.aborted && performance.now() + pause < until;
}
