import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Who leads a partnership, as its events told; no record of ours. The leader approves what its partners submit. */
@Entity()
export class KnownLeader {
  /** The partnership, which lives in the partnership subgraph. */
  @PrimaryKey({ type: 'uuid' })
  id: string;

  @Property({ type: 'uuid' })
  organisationId: string;
}
