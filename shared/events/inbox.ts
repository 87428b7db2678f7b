import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { CloudEvent } from './cloud-event.ts';

/** An event that had its effect here, or was set aside: delivered again, it has none. */
@Entity({ tableName: 'inbox' })
export class InboxEvent {
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'datetime', columnType: 'timestamptz', defaultRaw: 'now()' })
  time: Date;
}

/** How far a log is read. Each kind of log counts for itself. */
@Entity()
export class InboxPosition {
  @PrimaryKey({ type: 'text' })
  log: string;

  @Property({ type: 'bigint' })
  position: bigint;
}

/** What could not have its effect, and why; `event` is null where the log had lost what should have been read. */
@Entity()
export class InboxFailure {
  @PrimaryKey({ type: 'bigint', generated: 'identity' })
  number: bigint;

  @Property({ type: 'json', nullable: true })
  event: CloudEvent | null = null;

  @Property({ type: 'text' })
  reason: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  time = new Date();
}
