import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of package.json: data files stay in the source tree, also for the compiled code in `dist/`. */
export function projectRoot(): string {
  for (let at = import.meta.dirname; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, 'package.json'))) return at;
    if (at === path.dirname(at)) throw new Error('The hub runs from its own folder, and that has no package.json.');
  }
}
