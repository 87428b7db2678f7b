import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What this subgraph has heard of a need of the community, to find services for it. It belongs to the cps subgraph. */
@Entity()
export class KnownNeed {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  uuid: string;

  @Property({ type: 'text' })
  title: string;

  /** Null where it is not clear what would answer the need: then it is suggested for no service. */
  @Property({ type: 'text', fieldName: 'activity', nullable: true })
  activityCode: string | null;

  @Property({ type: 'text', collation: 'C' })
  territoryPath: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  voicedAt: Date;
}
