import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { v4 } from 'uuid';
import type { CloudEventRow } from './cloud-event.ts';

/** An event on its way to the log: a row of the outbox, written in the transaction of the change that it tells of. */
@Entity({ tableName: 'outbox' })
export class OutboxEvent implements CloudEventRow {
  @PrimaryKey({ type: 'bigint', generated: 'identity' })
  position: bigint;

  @Property({ type: 'text' })
  specversion = '1.0' as const;

  @Property({ type: 'uuid', unique: true })
  id: string = v4();

  @Property({ type: 'text' })
  source: string;

  @Property({ type: 'text' })
  type: string;

  @Property({ type: 'text' })
  subject: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  time = new Date();

  @Property({ type: 'text' })
  datacontenttype = 'application/json' as const;

  @Property({ type: 'json' })
  data: object;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  publishedAt: Date | null = null;

  constructor(facts: Pick<OutboxEvent, 'source' | 'type' | 'subject' | 'data'>) {
    this.source = facts.source;
    this.type = facts.type;
    this.subject = facts.subject;
    this.data = facts.data;
  }
}
