import { parentPort, workerData } from 'node:worker_threads';
import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { Sheet } from './workbook-apart.ts';

const sheets: readonly Sheet[] = workerData;

/**
 * A text is said to be one, so that it is none else where it begins with `=`. The package keeps texts in a plain object, and mistakes
 * those that every object has, such as `constructor`, for texts that it has met: a space makes them others.
 */
const textOf = (value: string) => ({ type: String, value: value in {} ? `${value} ` : value });

const headOf = (cells: (string | null)[]): Row =>
  cells.map((value) => value && { ...textOf(value), fontWeight: 'bold' as const, wrap: true });

const rowOf = (cells: (string | number)[], columns: Sheet['columns']): Row =>
  cells.map((value, i) => {
    const format = columns[i]?.format;
    if (typeof value === 'number') return { type: Number, value, format };
    return { ...textOf(value), ...(format ? { align: 'right' as const } : {}) };
  });

const bytes = await writeExcelFile(
  sheets.map(({ name, head, rows, columns }) => ({
    sheet: name,
    data: [...head.map(headOf), ...rows.map((cells) => rowOf(cells, columns))],
    columns: columns.map(({ width }) => ({ width })),
    ...(head.length > 0 ? { stickyRowsCount: head.length, stickyColumnsCount: 2 } : {}),
  })),
).toBuffer();
parentPort?.postMessage(bytes);
