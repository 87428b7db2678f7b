import { CreateEventTables } from './create-event-tables.ts';
import { InboxEvent, InboxFailure, InboxPosition } from './inbox.ts';
import { OutboxEvent } from './outbox-event.ts';

/** What every subgraph's database has beside the subgraph's own tables. */
export const EVENT_TABLES = {
  entities: [OutboxEvent, InboxEvent, InboxPosition, InboxFailure],
  migrations: [CreateEventTables],
};
