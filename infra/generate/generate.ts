import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { generatedFiles } from './generated-files.ts';

/** `npm run generate` writes the SDL files; with `--check` it only says which are stale, and fails if any is. */
const checkOnly = process.argv.includes('--check');
const stale = [...(await generatedFiles())].filter(
  ([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text,
);
for (const [file, text] of stale) {
  if (!checkOnly) writeFileSync(file, text);
  console.log(`${checkOnly ? 'stale' : 'written'}: ${file}`);
}
if (checkOnly && stale.length > 0) {
  console.error('Run `npm run generate` and commit what it writes.');
  process.exitCode = 1;
}
