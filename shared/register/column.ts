import type { EntityClass } from '@mikro-orm/postgresql';
import { GraphQLCurrency } from 'graphql-scalars';
import { validate } from 'uuid';
import { z } from 'zod';
import type { CodeList } from '../classification/code-list.ts';
import type { OwnedRow } from '../database/owned-row.ts';
import { isStorableDate, isStorableText } from '../database/storable.ts';
import { findTerritory, territoryOf, UnknownTerritory } from '../territory/territory.ts';
import { KEY, keyToUuid } from './key.ts';

/** The kinds of columns that registers have. Each turns the text of a cell into a value, or says what is wrong with it. */

export const text = z
  .string()
  .min(1, 'is empty')
  .refine(isStorableText, 'holds a character that is none: NUL, or half of a surrogate pair');

export const date = z.string().refine(isStorableDate, 'is no date like 2006-03-31');

export const digits = (length: number) =>
  z.string().regex(new RegExp(`^\\d{${length}}$`), `is no number of ${length} digits`);

/** Judged as the graph's scalar does, so that what is stored can be read. */
export const currency = z.string().refine(isCurrency, 'is no currency code like PLN');

/** Becomes what `numeric(14, 2)` gives back, so that an amount that did not change is seen as such. */
export const amount = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, 'is no amount like 1250.50')
  .transform((amount) => {
    const [units = '', cents = ''] = amount.split('.');
    return `${BigInt(units)}.${cents.padEnd(2, '0')}`;
  });

export const count = z
  .string()
  .regex(/^\d{1,9}$/, 'is no whole number')
  .transform(Number);

export const territory = z.string().refine((code) => findTerritory(code) !== null, {
  error: ({ input }) => `is no territory's code${hintFor(String(input))}`,
});

export const oneOf = <T extends Record<string, string>>(values: T) =>
  z.enum(values, `is none of ${Object.values(values).join(', ')}`);

/** One or more of the values, with spaces between them. */
export const severalOf = <T extends Record<string, string>>(values: T) =>
  writtenAs(
    z
      .string()
      .transform((cell) => cell.split(/\s+/))
      .pipe(z.array(z.enum(values, `is no list, with spaces, of ${Object.values(values).join(', ')}`))),
    (list) => list.join(' '),
  );

export const yesNo = writtenAs(
  z.enum(['yes', 'no'], 'is neither yes nor no').transform((answer) => answer === 'yes'),
  (answer) => (answer ? 'yes' : 'no'),
);

export const classOf = (list: CodeList) => z.string().refine((code) => list.has(code), `is no class of ${list.scheme}`);

/** Several values in one cell, with commas between; an empty cell is an empty list. */
export const listOf = (column: z.ZodType<string, string>) =>
  z
    .string()
    .transform((cell) => (cell === '' ? [] : cell.split(/\s*,\s*/)))
    .pipe(z.array(column));

/** Says how an export writes the values of a column, where that is not their text. */
export function writtenAs<T extends z.ZodType>(column: T, write: (value: z.output<T>) => string): T {
  return column.meta({ write });
}

/** Writes a value as the cell that reads as the same value. */
export function cellOf(column: z.ZodType, value: unknown): string {
  if (value == null) return '';
  const write = innerOf(column).meta()?.write as ((value: unknown) => string) | undefined;
  return write ? write(value) : String(value);
}

/** A cell that may be empty, and is null then. */
export const optional = <T extends z.ZodType>(column: T) => z.union([z.literal('').transform(() => null), column]);

/**
 * A row of some register: `partner/key`, or `key` alone for one of the same partner. It becomes that row's uuid.
 * @param type - the type that the row has in the graph
 * @param here - the row's class, where it is in the same subgraph; then it has to be there already
 */
export const reference = (type: string, here?: () => EntityClass<OwnedRow>) =>
  z
    .string()
    .refine((cell) => cell.split('/', 3).length <= 2 && cell.split('/').every((key) => KEY.test(key)), {
      error: 'is no reference like partner/key',
    })
    .meta({ reference: { type, here } satisfies Reference });

export interface Reference {
  type: string;
  here?: (() => EntityClass<OwnedRow>) | undefined;
}

/** What a column refers to; null where it holds a plain value. */
export const referenceOf = (column: z.ZodType): Reference | null =>
  (innerOf(column).meta()?.reference as Reference | undefined) ?? null;

/** The column itself, where it may also be empty. */
const innerOf = (column: z.ZodType): z.ZodType =>
  column instanceof z.ZodUnion ? (column.options.at(-1) as z.ZodType) : column;

/** The uuid of a row by its key, or of one that was born in the hub by its uuid. */
export const toUuid = (partner: string, value: string): string =>
  validate(value) ? value : keyToUuid(value.includes('/') ? value : `${partner}/${value}`);

function isCurrency(code: string): boolean {
  try {
    return code === code.toUpperCase() && GraphQLCurrency.parseValue(code) === code;
  } catch {
    return false;
  }
}

function hintFor(code: string): string {
  try {
    territoryOf(code);
  } catch (error) {
    if (error instanceof UnknownTerritory && error.meant) return `; perhaps ${error.meant.code} is meant`;
  }
  return ', which is one like PL21, PL_1261 or PL_1261011';
}
