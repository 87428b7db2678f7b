import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '../shared/reference-data/project-root.ts';
import { runJest } from './jest.ts';

/** `npm run check`: all that must hold before a change lands. Each check counts as one, and each test. */
const root = projectRoot();
const bin = (name: string): string => path.join(root, 'node_modules/.bin', name);
const CHECKS: [what: string, command: string, args: string[]][] = [
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['types', process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['who imports whom', process.execPath, ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ...cruise()]],
  ['generated files', process.execPath, ['dist/infra/generate/generate.js', '--check']],
];

let [passed, failed] = [0, 0];
for (const [what, command, args] of CHECKS) {
  console.log(`· ${what}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status === 0) passed++;
  else failed++;
}

console.log('· tests');
const folder = mkdtempSync(path.join(tmpdir(), 'hub-check-'));
const report = path.join(folder, 'report.json');
if (runJest(['--json', `--outputFile=${report}`]) !== 0) failed += Number(!count().numFailedTests); // a suite that did not run
passed += count().numPassedTests;
failed += count().numFailedTests;
rmSync(folder, { recursive: true });

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > CHECKS.length ? 0 : 1);

function count(): { numPassedTests: number; numFailedTests: number } {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}

function cruise(): string[] {
  return ['--config', '.dependency-cruiser.json', 'gateway', 'subgraphs', 'shared', 'infra', 'test'];
}
