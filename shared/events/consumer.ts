import type { EntityManager } from '@mikro-orm/postgresql';
import type { ZodType } from 'zod';
import type { CloudEvent, EventType } from './cloud-event.ts';

/** What a subgraph does when it hears of an event. Events of its own reach it in the same way. */
export interface Consumer<Data = unknown> {
  type: EventType;
  /** What it needs of the event's data; an event that lacks it is set aside. */
  schema: ZodType<Data>;
  /** Runs in one transaction with the inbox, so it has effect once; what it persists is flushed. */
  handle(em: EntityManager, event: CloudEvent, data: Data): Promise<void>;
}

/** Lets the schema say what type `data` has. */
export const consumer = <Data>(one: Consumer<Data>): Consumer => one;
