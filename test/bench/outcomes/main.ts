import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { median } from '../gateway/median.ts';
import { markdown } from '../gateway/report.ts';
import { FIGURES_HEAD, readFigures } from './figures.ts';
import type { Protection } from './protection.ts';

/** `npm run bench -- outcomes`: what it takes to protect a release of all of Europe, and to read one. Nothing here passes or fails by time. */
const PARTS = ['protect', 'figures'];
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: PARTS },
    share: { type: 'string', multiple: true, default: ['0.01', '0.1', '1'] },
    runs: { type: 'string', default: '3' },
    late: { type: 'string' },
    json: { type: 'string' },
  },
});
const shares = options.share.map(Number);
const runs = Number(options.runs);
if (
  options.only.some((part) => !PARTS.includes(part)) ||
  shares.some((share) => !(share > 0 && share <= 1)) ||
  !(runs >= 1)
) {
  console.error(
    `npm run bench -- outcomes [--only ${PARTS.join('|')}] [--share 0.01 --share 1] [--runs 3] [--late 0.01] [--json FILE]`,
  );
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

const STEPS = ['counts', 'public facts', 'totals', 'breakdowns', 'derived', 'audit', 'whole', 'cpu'];
const of = (made: readonly Protection[], part: string) => made.map(({ took }) => (took[part] ?? 0) / 1_000);

async function showProtection(): Promise<unknown> {
  const measured = [];
  for (const share of shares) {
    const made: Protection[] = [];
    while (made.length < runs) made.push(await protectOne(share));
    measured.push({ share, made });
  }

  const rows = measured.map(({ made }) => [
    String(made[0]?.municipalities),
    String(made[0]?.columns),
    ...STEPS.map((part) => spread(of(made, part), 1)),
    spread(
      made.map(({ peakMb }) => peakMb),
      0,
    ),
    `${((made[0]?.told ?? 0) * 100).toFixed(1)} %`,
  ]);
  const head = ['municipalities', 'columns', ...STEPS.map((part) => `${part}, s`), 'peak RSS, MB', 'told'];
  console.log(markdown([head, head.map(() => '---'), ...rows]));
  console.log(`\nload after: ${loadavg()[0]?.toFixed(1)}`);
  for (const note of new Set(measured.flatMap(({ made }) => made.flatMap(({ notes }) => notes))))
    console.log(`note: ${note}`);

  const [smaller, larger] = measured.slice(-2);
  if (smaller && larger) {
    const size = Math.log((larger.made[0]?.municipalities ?? 1) / (smaller.made[0]?.municipalities ?? 1));
    const growth = (part: string) => Math.log(median(of(larger.made, part)) / median(of(smaller.made, part))) / size;
    console.log(
      `growth exponent of the last two: ${STEPS.map((part) => `${part} ${growth(part).toFixed(2)}`).join(', ')}`,
    );
  }
  return measured;
}

const figures: Record<string, unknown> = {};
if (options.only.includes('protect')) figures.protect = await showProtection();
if (options.only.includes('figures')) {
  const read: string[][] = [];
  for (const share of shares) read.push(...(await readFigures(share)));
  console.log(`\n${markdown([FIGURES_HEAD, FIGURES_HEAD.map(() => '---'), ...read])}`);
  console.log(`\nload after: ${loadavg()[0]?.toFixed(1)}`);
  figures.figures = read;
}
if (options.json) writeFileSync(options.json, JSON.stringify(figures, null, 2));
