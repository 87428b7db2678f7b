import { Invalid } from '../errors/domain-error.ts';

/** One column that a list is ordered by. None may be null, and the last of a list's order is unique. */
export interface Order {
  property: string;
  descending?: boolean;
}

type Value = string | number;

/** A cursor is the place of a row in one order: the values of the columns that it is ordered by. */
export function encodeCursor(row: object, order: readonly Order[]): string {
  const values = order.map(({ property }) => (row as Record<string, Value>)[property]);
  return Buffer.from(JSON.stringify([nameOf(order), ...values])).toString('base64url');
}

/** Throws Invalid for anything that `encodeCursor` did not make for the same order. */
export function decodeCursor(cursor: string, order: readonly Order[]): Value[] {
  const [name, ...values] = parse(cursor);
  const isPlace = values.every((value) => typeof value === 'string' || typeof value === 'number');
  if (name !== nameOf(order) || values.length !== order.length || !isPlace) throw badCursor(cursor);
  return values as Value[];
}

export const badCursor = (cursor: string): Invalid =>
  new Invalid('`after` is no cursor of this list. Take `pageInfo.endCursor` of the page before, or leave it out.', {
    field: 'after',
    value: cursor.slice(0, 200),
  });

const nameOf = (order: readonly Order[]): string =>
  order.map(({ property, descending }) => (descending ? `-${property}` : property)).join();

function parse(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}
