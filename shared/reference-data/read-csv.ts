import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/** The folder of package.json: data files stay in the source tree, also for the compiled code in `dist/`. */
function projectRoot(): string {
  for (let at = import.meta.dirname; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, 'package.json'))) return at;
    if (at === path.dirname(at)) throw new Error('The hub runs from its own folder, and that has no package.json.');
  }
}

/** Reads a committed code list (UTF-8, header row), by its path from the project's root. */
export function readReferenceCsv<Column extends string>(file: string): Record<Column, string>[] {
  return parse(readFileSync(path.join(projectRoot(), file)), {
    columns: true,
    bom: true,
  });
}
