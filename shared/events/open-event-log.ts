import type { EventLog } from './event-log.ts';
import { eventLogKind } from './event-log-kind.ts';
import { PostgresEventLog } from './postgres/postgres-event-log.ts';

/** The log at a URL; it connects when it is first used. Only who uses NATS loads its 12 MB. */
export async function openEventLog(url: string): Promise<EventLog> {
  if (eventLogKind(url) === 'postgresql') return new PostgresEventLog(url);
  const { NatsEventLog } = await import('./nats/nats-event-log.ts');
  return new NatsEventLog(url);
}
