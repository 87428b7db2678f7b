import type { EntityClass, EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import { Invalid } from '../errors/domain-error.ts';
import { type ColumnType, decodeCursor, type Order } from './cursor.ts';

export interface PageRequest {
  first: number;
  after?: string | null;
}

/** A list as it would be without an end: which rows, in which order. */
export interface Listing<T extends object> {
  entity: EntityClass<T>;
  where?: FilterQuery<T>;
  /** What users see first; the row's uuid is put behind it, so that the order is total. */
  order: readonly Order[];
}

export const MOST_PER_PAGE = 100;

export const totalOrder = ({ order }: { order: readonly Order[] }): readonly Order[] => [
  ...order,
  { property: 'uuid' },
];

/** Throws Invalid for a page that would be too large. */
export function assertPageSize({ first }: PageRequest): void {
  if (first >= 0 && first <= MOST_PER_PAGE) return;
  throw new Invalid(`\`first\` may be 0 to ${MOST_PER_PAGE}; got ${first}. Page on with \`after\`.`, {
    field: 'first',
    limit: MOST_PER_PAGE,
  });
}

/** The query for a page and one row more, which tells whether there is a next page. */
export function selectPage<T extends object>(em: EntityManager, listing: Listing<T>, request: PageRequest) {
  assertPageSize(request);
  const order = totalOrder(listing);
  const query = em.createQueryBuilder(listing.entity as EntityClass<object>, 'row').select('*');
  if (listing.where) query.where(listing.where as object);
  if (request.after != null)
    query.andWhere(behind(order, decodeCursor(request.after, order, columnTypes(em, listing))));
  return query
    .orderBy(order.map(({ property, descending }) => ({ [property]: descending ? 'desc' : 'asc' })))
    .limit(request.first + 1);
}

/** The rows behind a place: behind it in the first column, or equal there and behind it in the next, and so on. */
function behind(order: readonly Order[], place: (string | number)[]): object {
  const either = order.map(({ property, descending }, i) => ({
    ...Object.fromEntries(order.slice(0, i).map((before, j) => [before.property, place[j]])),
    [property]: { [descending ? '$lt' : '$gt']: place[i] },
  }));
  return { $or: either };
}

function columnTypes<T extends object>(em: EntityManager, { entity }: Listing<T>): ColumnType {
  const properties = em.getMetadata().get(entity).properties as Record<string, { columnTypes: string[] }>;
  return (property) => properties[property]?.columnTypes[0] ?? 'text';
}
