import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generatedFiles, lint, runCheck, types } from './checks.ts';
import { runJest } from './jest.ts';

/** `npm run check`: all that must hold before a change lands. Each check counts as one, and each test. */
const CHECKS = [...lint(), types(), generatedFiles()];

let passed = CHECKS.filter(runCheck).length;
let failed = CHECKS.length - passed;

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
