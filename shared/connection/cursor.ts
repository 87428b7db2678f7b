import { validate } from 'uuid';
import { isStorableDate, isStorableText } from '../database/storable.ts';
import { Invalid } from '../errors/domain-error.ts';

/** One column that a list is ordered by. None may be null, and the last of a list's order is unique. */
export interface Order {
  property: string;
  descending?: boolean;
}

type Value = string | number;

/** The largest number of each type that is one in JSON, too. */
const MOST: Record<string, number> = { smallint: 2 ** 15 - 1, int: 2 ** 31 - 1, integer: 2 ** 31 - 1 };

/** What is behind the day in the JSON of a Date. */
const TIME = /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** A cursor is the place of a row in one order: the values of the columns that it is ordered by. */
export function encodeCursor(row: object, order: readonly Order[]): string {
  const values = order.map(({ property }) => (row as Record<string, Value>)[property]);
  return Buffer.from(JSON.stringify([nameOf(order), ...values])).toString('base64url');
}

/** Gives the type of the column that a property is stored in, as PostgreSQL names it. */
export type ColumnType = (property: string) => string;

/**
 * Throws Invalid for anything that `encodeCursor` did not make for the same order: a value that its column could not
 * hold never reaches the database.
 */
export function decodeCursor(cursor: string, order: readonly Order[], typeOf: ColumnType): Value[] {
  const [name, ...values] = parse(cursor);
  const isPlace = order.every(({ property }, i) => fits(values[i], typeOf(property)));
  if (name !== nameOf(order) || values.length !== order.length || !isPlace) throw badCursor(cursor);
  return values as Value[];
}

function fits(value: unknown, type: string): boolean {
  const most = MOST[type];
  if (most) return Number.isInteger(value) && Math.abs(value as number) <= most;
  if (typeof value !== 'string' || !isStorableText(value)) return false;
  if (type === 'uuid') return validate(value);
  if (type === 'date') return isStorableDate(value);
  if (type.startsWith('timestamp')) return isStorableDate(value.slice(0, 10)) && TIME.test(value.slice(10));
  if (type.startsWith('numeric')) return /^-?\d{1,30}(\.\d{1,30})?$/.test(value);
  return true;
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
