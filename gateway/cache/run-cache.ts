import { LogTail } from '../../shared/events/log-tail.ts';
import { openEventLog } from '../../shared/events/open-event-log.ts';
import { AnswerCache } from './answer-cache.ts';
import { followTouches } from './follow-touches.ts';
import type { RunningCache } from './start-cache.ts';
import type { CacheWatch } from './watch.ts';

const MEGABYTE = 1024 * 1024;

/** A cache that follows the event log. */
export async function runCache(
  megabytes: number,
  eventsUrl: string,
  watch: CacheWatch & { onLag(milliseconds: number): void },
): Promise<RunningCache> {
  const events = await openEventLog(eventsUrl);
  const tail = new LogTail(events, 'gateway, event log');
  const following = followTouches(tail, watch.onLag);
  const cache = new AnswerCache({ room: megabytes * MEGABYTE, hearsAll: following.hearsAll, watch });
  const loop = following.start(cache);
  return {
    cache,
    stop: async () => {
      await loop.stop();
      await tail.stop();
      await events.close();
    },
  };
}
