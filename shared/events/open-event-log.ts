import type { EventLog } from './event-log.ts';
import { eventLogKind } from './event-log-kind.ts';
import { NatsEventLog } from './nats/nats-event-log.ts';
import { PostgresEventLog } from './postgres/postgres-event-log.ts';

/** The log at a URL; it connects when it is first used. */
export const openEventLog = (url: string): EventLog =>
  eventLogKind(url) === 'nats' ? new NatsEventLog(url) : new PostgresEventLog(url);
