import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { projectRoot } from './project-root.ts';

/** Reads a committed code list (UTF-8, header row), by its path from the project's root. */
export function readReferenceCsv<Column extends string>(file: string): Record<Column, string>[] {
  return parse(readFileSync(path.join(projectRoot(), file)), { columns: true, bom: true });
}
