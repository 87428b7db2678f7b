import type { EntityManager } from '@mikro-orm/postgresql';
import { log as processLog } from '../log/log.ts';
import { startConsuming } from './consume.ts';
import type { Consumer } from './consumer.ts';
import { LogTail } from './log-tail.ts';
import { openEventLog } from './open-event-log.ts';
import { startRelay } from './relay.ts';
import { startTidying } from './tidy.ts';

export interface EventsOptions {
  /** The subgraph's name. */
  name: string;
  consumers?: Consumer[];
  databaseUrl: string;
  /** Where the log is. */
  eventsUrl: string | undefined;
  em: EntityManager;
  /** Whether it has subscriptions. */
  isLive: boolean;
}

export interface Events {
  /** Whether what this subgraph records reaches the log at this time. */
  arePublished(): boolean;
  /** The one reader of the log for all subscriptions; undefined where there are none, or no log. */
  tail?: LogTail;
  stop(): Promise<void>;
}

/** Ties a subgraph's process to the log: its outbox is relayed, its consumers and its subscriptions hear. */
export async function startEvents(options: EventsOptions): Promise<Events> {
  const { name, consumers = [], databaseUrl, eventsUrl, em, isLive } = options;
  if (!eventsUrl) {
    processLog.warn('EVENTS_URL is not set, so events stay in the outbox and none are heard');
    return { arePublished: () => false, stop: async () => {} };
  }
  const log = await openEventLog(eventsUrl);
  const relay = startRelay({ name, databaseUrl, log });
  const parts: { stop(): Promise<void> }[] = [relay, startTidying(name, em)];
  if (consumers.length > 0) parts.push(await startConsuming({ name, em, consumers, log }));
  const tail = isLive ? new LogTail(log, `${name}, subscriptions`) : undefined;
  if (tail) parts.push(tail);
  return {
    arePublished: relay.isWorking,
    ...(tail ? { tail } : {}),
    stop: async () => {
      await Promise.all(parts.map((part) => part.stop()));
      await log.close();
    },
  };
}
