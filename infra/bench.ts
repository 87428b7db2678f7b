import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** `npm run bench -- NAME [OPTION …]`: measures on this machine what no test can promise. */
const bench = path.resolve(import.meta.dirname, '../test/bench');
const [name = ''] = process.argv.splice(2, 1);
const program = path.join(bench, name, 'main.js');

if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
  const known = readdirSync(bench).filter((folder) => existsSync(path.join(bench, folder, 'main.js')));
  console.error(`There is no bench '${name}'. Say one of these: npm run bench -- ${known.join(' | ')}`);
  process.exit(1);
}
await import(program);
