import { parentPort, workerData } from 'node:worker_threads';
import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { Sheet } from './workbook-apart.ts';

const sheets: readonly Sheet[] = workerData;

/** A text is said to be one, so that it is none else where it begins with `=`. */
function rowOf(cells: (string | number)[], columns: Sheet['columns']): Row {
  return cells.map((value, i) => {
    const format = columns[i]?.format;
    if (typeof value === 'number') return { type: Number, value, format };
    return { type: String, value, ...(format ? { align: 'right' as const } : {}) };
  });
}

const headOf = (cells: (string | null)[]): Row =>
  cells.map((value) => value && { type: String, value, fontWeight: 'bold' as const, wrap: true });

const bytes = await writeExcelFile(
  sheets.map(({ name, head, rows, columns }) => ({
    sheet: name,
    data: [...head.map(headOf), ...rows.map((cells) => rowOf(cells, columns))],
    columns: columns.map(({ width }) => ({ width })),
    ...(head.length > 0 ? { stickyRowsCount: head.length, stickyColumnsCount: 2 } : {}),
  })),
).toBuffer();
parentPort?.postMessage(bytes);
