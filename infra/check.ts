import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generatedFiles, lint, runCheck, types } from './checks.ts';
import { runJest } from './jest.ts';

/** `npm run check`: all that must hold before a change lands. Each check counts as one, and each test. */
const CHECKS = [...lint(), ...types(), generatedFiles()];
const SUITES: [string, string[]][] = [
  ['tests', []],
  ['tests in the browser', ['--testMatch', '**/test/browser/*.suite.ts']],
];

let passed = CHECKS.filter(runCheck).length;
let failed = CHECKS.length - passed;
let areAllRun = true;

for (const [what, options] of SUITES) {
  console.log(`· ${what}`);
  const counted = runCounted(options);
  passed += counted.passed;
  failed += counted.failed;
  areAllRun &&= counted.passed > 0;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && areAllRun ? 0 : 1);

function runCounted(options: string[]): { passed: number; failed: number } {
  const folder = mkdtempSync(path.join(tmpdir(), 'hub-check-'));
  const report = path.join(folder, 'report.json');
  const code = runJest([...options, '--json', `--outputFile=${report}`]);
  const { numPassedTests, numFailedTests } = read(report);
  rmSync(folder, { recursive: true });
  const hasFailed = code !== 0 && numFailedTests === 0; // a suite that did not run
  return { passed: numPassedTests, failed: numFailedTests + Number(hasFailed) };
}

function read(report: string): { numPassedTests: number; numFailedTests: number } {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}
