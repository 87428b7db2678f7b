import { LogTail } from '../../shared/events/log-tail.ts';
import { openEventLog } from '../../shared/events/open-event-log.ts';
import { AnswerCache, type CacheWatch } from './answer-cache.ts';
import { followTouches } from './follow-touches.ts';

const MEGABYTE = 1024 * 1024;

export interface CacheSettings {
  /** 0 turns it off. */
  megabytes: number;
  /** Where the log is; without it nobody would hear what is old. */
  eventsUrl: string | undefined;
}

export interface RunningCache {
  cache: AnswerCache;
  stop(): Promise<void>;
}

/** Starts the cache and what keeps it current; null where there is to be none. */
export async function startCache(
  { megabytes, eventsUrl }: CacheSettings,
  watch: CacheWatch & { onLag(milliseconds: number): void },
  log: (line: string) => void,
): Promise<RunningCache | null> {
  if (megabytes === 0) return null;
  if (!eventsUrl) {
    log('no cache: EVENTS_URL is not set, so nobody would say which answers are old');
    return null;
  }
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
