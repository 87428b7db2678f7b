import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { median } from '../gateway/median.ts';
import { markdown } from '../gateway/report.ts';
import type { Protection } from './protection.ts';

/** `npm run bench -- outcomes`: what it takes to protect a release of all of Europe. Nothing here passes or fails by time. */
const { values: options } = parseArgs({
  options: {
    share: { type: 'string', multiple: true, default: ['0.01', '0.1', '1'] },
    runs: { type: 'string', default: '3' },
    late: { type: 'string' },
    json: { type: 'string' },
  },
});
const shares = options.share.map(Number);
const runs = Number(options.runs);
if (shares.some((share) => !(share > 0 && share <= 1)) || !(runs >= 1)) {
  console.error('npm run bench -- outcomes [--share 0.01 --share 1] [--runs 3] [--late 0.01] [--json FILE]');
  process.exit(1);
}

const run = promisify(execFile);
const program = path.join(import.meta.dirname, 'protect-one.js');

/** In a process of its own, so that the memory of one is not that of another. */
async function protectOne(share: number): Promise<Protection> {
  const { stdout } = await run(process.execPath, [program, String(share), options.late ?? '0']);
  return JSON.parse(stdout) as Protection;
}

const spread = (values: readonly number[], digits: number): string =>
  `${median([...values]).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;

console.log(`- date: ${new Date().toISOString().slice(0, 10)}
- node: ${process.version}
- cpu: ${cpus().length} × ${cpus()[0]?.model.trim()}
- load before: ${loadavg()[0]?.toFixed(1)}, where more than 1 says that others were at work, too
- runs: ${runs} each; median (least–most)\n`);

const measured = [];
for (const share of shares) {
  const made: Protection[] = [];
  while (made.length < runs) made.push(await protectOne(share));
  measured.push({ share, made });
}

const PARTS = ['counts', 'public facts', 'totals', 'breakdowns', 'derived', 'audit', 'whole', 'cpu'];
const of = (made: readonly Protection[], part: string) => made.map(({ took }) => (took[part] ?? 0) / 1_000);
const rows = measured.map(({ made }) => [
  String(made[0]?.municipalities),
  String(made[0]?.columns),
  ...PARTS.map((part) => spread(of(made, part), 1)),
  spread(
    made.map(({ peakMb }) => peakMb),
    0,
  ),
  `${((made[0]?.told ?? 0) * 100).toFixed(1)} %`,
]);
const head = ['municipalities', 'columns', ...PARTS.map((part) => `${part}, s`), 'peak RSS, MB', 'told'];
console.log(markdown([head, head.map(() => '---'), ...rows]));
console.log(`\nload after: ${loadavg()[0]?.toFixed(1)}`);
for (const note of new Set(measured.flatMap(({ made }) => made.flatMap(({ notes }) => notes))))
  console.log(`note: ${note}`);

const [smaller, larger] = measured.slice(-2);
if (smaller && larger) {
  const size = Math.log((larger.made[0]?.municipalities ?? 1) / (smaller.made[0]?.municipalities ?? 1));
  const growth = (part: string) => Math.log(median(of(larger.made, part)) / median(of(smaller.made, part))) / size;
  console.log(
    `growth exponent of the last two: ${PARTS.map((part) => `${part} ${growth(part).toFixed(2)}`).join(', ')}`,
  );
}
if (options.json) writeFileSync(options.json, JSON.stringify(measured, null, 2));
