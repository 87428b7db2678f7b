import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What this subgraph has heard of a need of the community, to find services for it. It belongs to the cps subgraph. */
@Entity()
export class KnownNeed {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  uuid: string;

  @Property({ type: 'text' })
  title: string;

  @Property({ type: 'text', fieldName: 'activity' })
  activityCode: string;

  @Property({ type: 'text', collation: 'C' })
  territoryPath: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  voicedAt: Date;
}
