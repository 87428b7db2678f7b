import { z } from 'zod';
import { referenceOf, toUuid } from './column.ts';
import type { RowProblem } from './import-report.ts';
import { KEY } from './key.ts';
import { readTable } from './read-table.ts';

export interface Row {
  line: number;
  key: string;
  /** By column; references as uuids, empty optional cells as null. */
  values: Record<string, unknown>;
}

export interface Rows {
  rows: Row[];
  problems: RowProblem[];
}

const key = z.string().regex(KEY, 'is no key: lower-case letters, digits and hyphens, unique for the partner');

/** Reads a register's text and judges each cell and key, without a look at the database. */
export function readRows(partner: string, columns: Record<string, z.ZodType>, csv: string): Rows {
  const { rows, problems } = readTable({ key, ...columns }, csv);
  const read: Rows = { rows: [], problems };
  const lines = new Map<string, number>();
  for (const { line, values: given } of rows) {
    const { key, ...values } = given as Record<string, unknown> & { key: string };
    const earlier = lines.get(key);
    if (earlier) problems.push({ line, column: 'key', reason: `"${key}" is the key of line ${earlier} too` });
    lines.set(key, line);
    read.rows.push({ line, key, values: resolve(partner, columns, values) });
  }
  return read;
}

function resolve(partner: string, columns: Record<string, z.ZodType>, values: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => {
      const isReference = value !== null && referenceOf(columns[column] as z.ZodType) !== null;
      return [column, isReference ? toUuid(partner, String(value)) : value];
    }),
  );
}
