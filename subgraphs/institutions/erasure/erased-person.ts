import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

export enum WorkLeft {
  KEPT_BY_LAW = 'KEPT_BY_LAW',
  ERASED = 'ERASED',
}

/** Somebody whom the Centre erased. For good, so that what a restored backup brings back goes again. */
@Entity()
export class ErasedPerson {
  @PrimaryKey({ type: 'text' })
  pseudonymDigest: string;

  /** The Centre's id of the erasure, which the answer names. */
  @Property({ type: 'text' })
  erasureId: string;

  @Enum({ items: () => WorkLeft, type: 'string', columnType: 'text' })
  status: WorkLeft;
}
