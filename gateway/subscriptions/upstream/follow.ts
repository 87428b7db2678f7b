import { setTimeout as sleep } from 'node:timers/promises';
import type { EventSourceMessage } from 'eventsource-parser';
import { isTree, own } from '../../engine/tree.ts';
import { type Position, positionOf } from '../position.ts';
import { EventTooLarge, type OpenStream, Refusal, type StreamRequest } from './open-stream.ts';

/** What a subgraph tells of a subscription, in order. After any of the last four nothing comes. */
export type Told =
  | { kind: 'position'; position: Position }
  | { kind: 'event'; position: Position | undefined; event: unknown }
  | { kind: 'refused'; event: unknown }
  | { kind: 'complete' }
  /** It could not be reached within the patience for a start. */
  | { kind: 'unavailable' }
  /** The stream broke, and as its events have no positions, or one is too large, nobody can go on where it ended. */
  | { kind: 'interrupted' };

export interface Patience {
  /** Milliseconds until a subgraph that was never reached is given up. */
  start: number;
  /** The first pause and the longest between two attempts, in milliseconds; the true ones are up to half shorter. */
  pause: { first: number; longest: number };
}

export const PATIENCE: Patience = { start: 5_000, pause: { first: 200, longest: 15_000 } };

export interface Following extends Omit<StreamRequest, 'after'> {
  after: Position | undefined;
  patience?: Patience;
  /** Hears of each break, which subscribers do not. */
  onBreak?: (reason: unknown) => void;
}

/** Follows a subscription over breaks, each time from the position reached: every event comes once, in order. */
export async function* follow(open: OpenStream, following: Following): AsyncGenerator<Told, void> {
  const { signal, patience = PATIENCE, onBreak = () => {} } = following;
  const givenUp = performance.now() + patience.start;
  let { after } = following;
  let hasBegun = false;
  let failures = 0;

  while (!signal.aborted) {
    try {
      const from = after;
      const messages = await open({ ...following, after: from?.toString() });
      hasBegun = true;
      for await (const message of messages) {
        failures = 0;
        const told = read(message);
        if (!told) continue;
        if (told.kind === 'event' && told.position !== undefined && from !== undefined && told.position <= from)
          continue;
        yield told;
        if (told.kind === 'refused' || told.kind === 'complete') return;
        if ('position' in told && told.position !== undefined) after = told.position;
      }
      throw new Error('The stream ended before it was complete.');
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refusal) return yield { kind: 'refused', event: error.answer };
      onBreak(error);
      if (error instanceof EventTooLarge || (hasBegun && after === undefined)) return yield { kind: 'interrupted' };
      if (!hasBegun && performance.now() > givenUp) return yield { kind: 'unavailable' };
    }
    await sleep(pauseBefore(failures++, patience), undefined, { signal, ref: false }).catch(() => {});
  }
}

/** Grows from one attempt to the next; by chance, so that not all who were cut off at once come back at once. */
function pauseBefore(failures: number, { pause: { first, longest } }: Patience): number {
  return Math.min(longest, first * 2 ** Math.min(failures, 20)) * (0.5 + Math.random() / 2);
}

/** Undefined for what is of no concern. */
function read({ event = 'next', id, data }: EventSourceMessage): Told | undefined {
  const position = positionOf(id);
  if (event === 'complete') return { kind: 'complete' };
  if (event === 'position') return position === undefined ? undefined : { kind: 'position', position };
  if (event !== 'next' && event !== 'message') return undefined;
  const answer = parsed(data);
  const hasEnded = isTree(answer) && own(answer, 'data') === undefined && Array.isArray(own(answer, 'errors'));
  return hasEnded ? { kind: 'refused', event: answer } : { kind: 'event', position, event: answer };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
