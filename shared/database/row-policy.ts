import type { EntityClass } from '@mikro-orm/postgresql';

/** Whom a row lets through, as row-level security of PostgreSQL decides. */
export type Audience =
  | 'everyone'
  /** Callers of the organisation that owns the row, and whoever runs the hub. */
  | 'owner'
  /** Callers of the organisation that owns the row, and nobody else: what is about people. */
  | 'owner-alone';

/** How the rows of a table are guarded, where it is not as by default: read by everyone, written by their owner. */
export interface RowPolicy {
  entity: EntityClass<unknown>;
  read?: Audience;
  /** Also by a condition in SQL on the row: whoever it holds for, beside those of `read`. */
  readWhere?: string;
  insert?: Audience;
  update?: Audience;
  /** Why it differs from the default. */
  because: string;
}
