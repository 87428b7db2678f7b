import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventType } from './cloud-event.ts';
import { OutboxEvent } from './outbox-event.ts';

export interface NewEvent<Data extends object> {
  type: EventType;
  /** The graph's id of the public entity to which it happened, such as `Manufactory_<uuid>`. */
  subject: string;
  /** What consumers need to know, as JSON; never a person's data. */
  data: Data;
}

/**
 * Stores an event with the caller's next flush, so that it is there if, and only if, the change is. Record it in the
 * flush that changes the row of its subject: that is what keeps the events of one entity in order (see relay.ts).
 */
export function record<Data extends object>(em: EntityManager, { type, subject, data }: NewEvent<Data>): void {
  em.persist(new OutboxEvent({ source: `/subgraphs/${em.name}`, type, subject, data }));
}
