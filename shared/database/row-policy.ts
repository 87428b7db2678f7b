import type { EntityClass } from '@mikro-orm/postgresql';

/** Whom a row lets through, as row-level security of PostgreSQL decides. */
export type Audience =
  | 'everyone'
  /** Callers of the organisation that owns the row, and whoever runs the hub. */
  | 'owner'
  /** Callers of the organisation that owns the row, and nobody else: what is about people. */
  | 'owner-alone'
  /** The program itself: what it hears from others, and keeps for itself. */
  | 'system';

/**
 * How the rows of a table are guarded, where it is not as by default: read by everyone, written by their owner within
 * the caller's territory. Nobody without a token writes, whatever is said here, and the program itself may do all.
 */
export interface RowPolicy {
  /** The table: its entity or, where it has none, its name. */
  entity: EntityClass<unknown> | string;
  read?: Audience;
  /** Also by a condition in SQL on the row: whoever it holds for, beside those of `read`. */
  readWhere?: string;
  insert?: Audience;
  insertWhere?: string;
  /** To change and to delete. */
  update?: Audience;
  updateWhere?: string;
  /** What nobody may do who runs the subgraph, not even the program itself. */
  never?: readonly ('insert' | 'update' | 'delete')[];
  /** Why it differs from the default. */
  because: string;
}

/** In a condition, the organisation for which the caller acts; null for none. */
export const CALLERS_ORGANISATION = `(select nullif(current_setting('hub.organisation', true), '')::uuid)`;
