import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { echo } from '../errors/echo.ts';
import type { RowProblem } from './import-report.ts';

export interface TableRow {
  line: number;
  /** By column; a column that the file leaves out is not in it. */
  values: Record<string, unknown>;
}

export interface Table {
  rows: TableRow[];
  problems: RowProblem[];
}

/** Reads CSV with a header row, its columns in any order, and judges each cell; columns that are `optional` may be left out. */
export function readTable(columns: Record<string, z.ZodType>, csv: string, optional: readonly string[] = []): Table {
  const read: Table = { rows: [], problems: [] };
  const records = readCsv(csv, read.problems);
  if (read.problems.length > 0) return read;
  const header = records.shift()?.cells ?? [];
  read.problems.push(...headerProblems(header, Object.keys(columns), optional));
  if (read.problems.length > 0) return read;

  const shape = z.object(Object.fromEntries(Object.entries(columns).filter(([column]) => header.includes(column))));
  for (const { line, cells } of records) {
    if (cells.length !== header.length) {
      const reason = `has ${cells.length} cells where the header has ${header.length}; a comma within a cell needs quotes around the cell`;
      read.problems.push({ line, column: null, reason });
      continue;
    }
    const parsed = shape.safeParse(Object.fromEntries(header.map((column, i) => [column, cells[i]])));
    if (parsed.success) read.rows.push({ line, values: parsed.data });
    else read.problems.push(...parsed.error.issues.map((issue) => problemOf(line, issue, header, cells)));
  }
  return read;
}

function readCsv(csv: string, problems: RowProblem[]): { line: number; cells: string[] }[] {
  if (!csv.isWellFormed()) {
    const line = csv.split('\n').findIndex((text) => !text.isWellFormed()) + 1;
    problems.push({ line, column: null, reason: 'holds half of a surrogate pair, which is no character' });
    return [];
  }
  try {
    const records = parse(csv, {
      bom: true,
      info: true,
      recordDelimiter: ['\r\n', '\n', '\r'], // also mixed, as in files that went through several hands
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true,
    });
    return (records as unknown as { info: { lines: number }; record: string[] }[]).map(({ info, record }) => ({
      line: info.lines - (record.join('').match(/\n/g)?.length ?? 0), // a cell in quotes may go over several lines
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push({
      line: Number(error.lines ?? 1),
      column: null,
      reason: `is no CSV: ${error.message}`,
    });
    return [];
  }
}

function headerProblems(header: string[], expected: string[], optional: readonly string[]): RowProblem[] {
  const problem = (column: string, reason: string): RowProblem => ({
    line: 1,
    column: echo(column),
    reason,
  });
  return [
    ...expected
      .filter((column) => !header.includes(column) && !optional.includes(column))
      .map((column) => problem(column, 'is missing in the header')),
    ...header
      .filter((column) => !expected.includes(column))
      .map((column) => problem(column, `is no column of this file, which has ${expected.join(', ')}`)),
    ...header
      .filter((column, i) => header.indexOf(column) !== i)
      .map((column) => problem(column, 'is in the header twice')),
  ];
}

function problemOf(line: number, issue: z.core.$ZodIssue, header: string[], cells: string[]): RowProblem {
  const column = String(issue.path[0] ?? '');
  const cell = cells[header.indexOf(column)] ?? '';
  const inner = issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0]?.message : issue.message;
  const reason = cell === '' ? 'is empty' : `"${echo(cell)}" ${inner}`;
  return { line, column, reason };
}
