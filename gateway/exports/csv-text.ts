import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;

/** Begins a file, so that Excel reads its Polish letters as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Records as RFC 4180 has them. A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay
 * as they are.
 */
export const csvText = (records: readonly (readonly Cell[])[]): string =>
  stringify(
    records.map((record) => [...record]),
    { escape_formulas: true, record_delimiter: '\r\n' },
  );

/** One text for each page, the first with the header before it, so that nothing is sent before the first page is there. */
export async function* csvPages<T>(
  header: readonly string[],
  pages: AsyncIterable<readonly T[]>,
  recordsOf: (row: T) => Cell[][],
  mark = '',
): AsyncGenerator<string> {
  let before = `${mark}${csvText([header])}`;
  for await (const page of pages) {
    yield before + csvText(page.flatMap(recordsOf));
    before = '';
  }
  if (before) yield before;
}
