import { Unanswered } from '../engine/unanswered.ts';
import type { SendInTime, TimedRequest } from './deadline.ts';

export interface Limits {
  /** Requests on their way to one subgraph. */
  atOnce: number;
  /** Requests that wait behind those. */
  waiting: number;
}

export interface Load {
  subgraph: string;
  underWay: number;
  waiting: number;
}

export interface Limited<C> {
  send: SendInTime<C>;
  load(): Load[];
}

/** Those who wait, first come first served; a set, so that whoever gives up leaves from the middle. */
interface Lane {
  underWay: number;
  waiting: Set<() => void>;
}

/** Lets no subgraph have more requests than the limits say, so that a slow one cannot fill the memory for all. */
export function limitPerSubgraph<C>(send: SendInTime<C>, { atOnce, waiting }: Limits): Limited<C> {
  const lanes = new Map<string, Lane>();

  const laneOf = (subgraph: string): Lane => {
    const lane = lanes.get(subgraph) ?? { underWay: 0, waiting: new Set() };
    lanes.set(subgraph, lane);
    return lane;
  };

  return {
    async send(request) {
      const lane = laneOf(request.subgraph);
      if (lane.underWay < atOnce) {
        lane.underWay++;
      } else {
        if (lane.waiting.size >= waiting) throw overloaded(request.subgraph, waiting);
        await place(lane, request);
      }
      try {
        return await send(request);
      } finally {
        const [next] = lane.waiting;
        if (next) next();
        else lane.underWay--;
      }
    },
    load: () => [...lanes].map(([subgraph, { underWay, waiting }]) => ({ subgraph, underWay, waiting: waiting.size })),
  };
}

/** Waits for one of those under way to end and takes its place; throws when the time is over or the caller is gone. */
function place<C>({ waiting }: Lane, { subgraph, until, signal }: TimedRequest<C>): Promise<void> {
  if (signal?.aborted) throw signal.reason;
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      waiting.delete(take);
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    };
    const take = (): void => {
      leave();
      resolve();
    };
    const giveUp = (): void => {
      leave();
      reject(signal?.aborted ? signal.reason : tooLate(subgraph));
    };
    const timer = setTimeout(giveUp, until - performance.now());
    signal?.addEventListener('abort', giveUp);
    waiting.add(take);
  });
}

const overloaded = (subgraph: string, waiting: number): Unanswered =>
  new Unanswered('SUBGRAPH_OVERLOADED', `${waiting} requests wait for ${subgraph}, and no more may.`, false);

const tooLate = (subgraph: string): Unanswered =>
  new Unanswered('DEADLINE_EXCEEDED', `${subgraph} was too busy for a request to reach it in time.`, false);
