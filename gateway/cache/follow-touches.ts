import { PositionLost } from '../../shared/events/event-log.ts';
import type { LogTail } from '../../shared/events/log-tail.ts';
import { startLoop } from '../../shared/events/loop.ts';
import { TOUCHED } from '../../shared/touch/touched.ts';
import type { AnswerCache } from './answer-cache.ts';
import { touchedInEvent } from './touch.ts';

/** Within so many milliseconds the cache serves without a sign of life from the log, which is read each second. */
const LONGEST_SILENCE_MS = 3000;

export interface Following {
  /** Whether all that the log has been told until a moment ago was applied. */
  hearsAll(): boolean;
  /** Begins to apply what the log tells to the cache. */
  start(cache: AnswerCache): { stop(): Promise<void> };
}

/** Applies in order what subgraphs tell of their writes. Where something may have been missed, nothing stays current. */
export function followTouches(
  tail: LogTail,
  onLag: (milliseconds: number) => void = () => {},
  longestSilence = LONGEST_SILENCE_MS,
): Following {
  let position: bigint | undefined;

  async function follow(cache: AnswerCache, signal: AbortSignal): Promise<void> {
    position ??= await begin(cache, signal);
    for (;;) {
      for (const { position: at, event } of await tail.next(position, signal)) {
        if (event.type === TOUCHED) {
          cache.touch(touchedInEvent(event));
          onLag(Date.now() - Date.parse(event.time));
        }
        position = at;
      }
    }
  }

  /** What came before is not known, and nothing may depend on it. */
  async function begin(cache: AnswerCache, signal: AbortSignal): Promise<bigint> {
    const start = await tail.position(signal);
    cache.touchEverything();
    return start;
  }

  return {
    hearsAll: () => position !== undefined && position === tail.end && tail.age < longestSilence,
    start: (cache) =>
      startLoop({
        name: 'gateway, cache',
        pass: async (signal) => {
          try {
            await follow(cache, signal);
          } catch (error) {
            if (!(error instanceof PositionLost)) throw error;
            position = undefined;
          }
        },
      }),
  };
}
