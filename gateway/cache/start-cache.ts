import type { Tell } from '../../shared/log/log.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { CacheWatch } from './watch.ts';

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

/** Starts the cache and what keeps it current; null where there is to be none, which then takes no memory either. */
export async function startCache(
  { megabytes, eventsUrl }: CacheSettings,
  watch: CacheWatch & { onLag(milliseconds: number): void },
  log: Tell,
): Promise<RunningCache | null> {
  if (megabytes === 0) return null;
  if (eventsUrl) return (await import('./run-cache.ts')).runCache(megabytes, eventsUrl, watch);
  log('no cache: EVENTS_URL is not set, so nobody would say which answers are old');
  return null;
}
