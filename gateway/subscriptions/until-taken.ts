import { setTimeout as sleep } from 'node:timers/promises';
import type { Subscriber } from './subscriber.ts';

const LONGEST_WAIT_MS = 1_000;

/**
 * Waits, not for long, for those who catch up: what lies behind comes as fast as a subgraph can send it, and would else
 * be more than they can take. Live answers wait for nobody.
 */
export async function untilTaken(subscribers: Iterable<Subscriber>, bytes: number): Promise<void> {
  const end = performance.now() + LONGEST_WAIT_MS;
  const isFull = (): boolean => {
    for (const subscriber of subscribers) if (subscriber.backlog() > bytes) return true;
    return false;
  };
  while (isFull() && performance.now() < end) await sleep(5);
}
