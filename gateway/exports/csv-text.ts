import { setImmediate as others } from 'node:timers/promises';

export type Cell = string | number | null;

/** Begins a file, so that Excel reads its Polish letters as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

const SPECIAL = /[",\r\n]/;
/** What spreadsheets take for a formula, in full width, too. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const LONGEST_PIECE = 64 * 1024;

/**
 * A record as RFC 4180 has it. A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay as they
 * are. Written by hand: csv-stringify takes ten times as long, and a national file has 200,000 records.
 */
export const csvRecord = (cells: readonly Cell[]): string => `${cells.map(csvCell).join()}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `${cell}`;
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The text of a file in pieces, the first with the header before it, so that nothing is sent before the first page is there. Between
 * two pieces others have their turn.
 */
export async function* csvPieces<T>(
  header: readonly string[],
  pages: AsyncIterable<readonly T[]>,
  recordsOf: (row: T) => Iterable<readonly Cell[]>,
  mark = '',
): AsyncGenerator<string> {
  let piece = `${mark}${csvRecord(header)}`;
  for await (const page of pages) {
    for (const row of page) {
      for (const record of recordsOf(row)) piece += csvRecord(record);
      if (piece.length < LONGEST_PIECE) continue;
      yield piece;
      piece = '';
      await others();
    }
  }
  if (piece) yield piece;
}
