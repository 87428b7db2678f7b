import { badCursor, decodeCursor, type Order } from './cursor.ts';
import { assertPageSize, type PageRequest } from './listing.ts';
import type { Page } from './page.ts';

/** Cuts a page out of reference data in memory; `key` is unique in the list, and is what its cursors hold. */
export async function pageOfList<E extends object, T extends object>(
  list: readonly E[],
  key: keyof E & keyof T & string,
  request: PageRequest,
  toNode: (entry: E) => T,
): Promise<Page<T>> {
  assertPageSize(request);
  const order: Order[] = [{ property: key }];
  const from = request.after == null ? 0 : placeOf(list, key, request.after, order);
  const page = list.slice(from, from + request.first);
  return {
    rows: page.map(toNode),
    order,
    hasNextPage: from + page.length < list.length,
    hasPreviousPage: from > 0,
    count: async () => list.length,
  };
}

function placeOf<E>(list: readonly E[], key: keyof E, after: string, order: Order[]): number {
  const [value] = decodeCursor(after, order, () => 'text');
  const place = list.findIndex((entry) => entry[key] === value);
  if (place < 0) throw badCursor(after);
  return place + 1;
}
