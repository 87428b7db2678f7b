import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import type { Order } from './cursor.ts';
import { type Listing, type PageRequest, selectPage, totalOrder } from './listing.ts';

export interface Page<T> {
  rows: T[];
  order: readonly Order[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  /** Costs a statement of its own, so it is asked only when a client selects it. */
  count: () => Promise<number>;
}

/** Reads one page of a list in one statement. */
export async function pageOf<T extends object>(
  em: EntityManager,
  listing: Listing<T>,
  request: PageRequest,
): Promise<Page<T>> {
  const query = selectPage(em, listing, request);
  const rows = (await query.getResult()) as T[];
  const where = (listing.where ?? {}) as FilterQuery<NoInfer<T>>;
  return toPage(rows, listing, request, () => em.count(listing.entity, where));
}

/** Cuts off the row too many that `selectPage` reads. */
export function toPage<T extends object>(
  rows: T[],
  listing: Listing<T>,
  request: PageRequest,
  count: () => Promise<number>,
): Page<T> {
  return {
    rows: rows.slice(0, request.first),
    order: totalOrder(listing),
    hasNextPage: rows.length > request.first,
    hasPreviousPage: request.after != null,
    count,
  };
}
