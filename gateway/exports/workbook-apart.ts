import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** A sheet as a thread can be given it. */
export interface Sheet {
  name: string;
  /** Shown in bold, and always in view. */
  head: (string | null)[][];
  rows: (string | number)[][];
  columns: {
    width: number;
    /** How numbers are shown; a column without one has texts. */
    format?: string;
  }[];
}

/** Makes a workbook in a thread of its own: a large one takes two seconds, in which nobody would be answered. */
export async function workbookApart(sheets: readonly Sheet[]): Promise<Buffer> {
  const program = new URL(`./workbook-thread${path.extname(import.meta.url)}`, import.meta.url);
  const thread = new Worker(program, { workerData: sheets });
  const bytes = await new Promise<Uint8Array>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error('The workbook ended before it was made.')));
  });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
