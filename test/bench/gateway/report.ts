import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { CORES } from './cores.ts';
import { peersFolder } from './gateways.ts';
import type { Measured, Run, Unmeasured } from './measure.ts';
import { median } from './median.ts';

/** Where and with what it was measured. */
export function setting(): Record<string, string> {
  const versions = ['', 'mercurius'].flatMap((folder) => {
    const file = path.join(peersFolder, folder, 'package.json');
    const { dependencies } = JSON.parse(readFileSync(file, 'utf8')) as { dependencies: Record<string, string> };
    return Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  });
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cpu: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
    cores: CORES ? `gateway on ${CORES.gateway}, all else on ${CORES.others}` : 'not pinned',
    peers: versions.join(', '),
  };
}

const spread = (values: number[], digits: number): string => {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map((n) =>
    n.toFixed(digits),
  );
  return `${middle} (${least}–${most})`;
};

/** Markdown; the CPU of a request is what counts, for the rest depends on what else the machine does. */
export function table(results: (Measured | Unmeasured)[]): string {
  const of = (result: Measured, figure: keyof Run) => result.runs.map((run) => run[figure]);
  const first = results.find((result) => 'runs' in result);
  const rows = results.map((result) => {
    if (!('runs' in result)) return [result.gateway, `not measured: ${oneLine(result.reason)}`, '', '', '', '', ''];
    const cpu = of(result, 'cpuMsPerRequest');
    return [
      result.gateway,
      spread(cpu, 3),
      `${(median(cpu) / median(of(first ?? result, 'cpuMsPerRequest'))).toFixed(2)}×`,
      spread(of(result, 'requestsPerSecond'), 0),
      `${median(of(result, 'p50')).toFixed(1)} / ${median(of(result, 'p99')).toFixed(1)}`,
      median(of(result, 'callsPerRequest')).toFixed(1),
      `${result.memory.nowMb.toFixed(0)} / ${result.memory.peakMb.toFixed(0)}`,
    ];
  });
  const head = [
    'gateway',
    'CPU ms/request',
    'CPU to the first',
    'requests/s',
    'p50 / p99 ms',
    'calls',
    'RSS MB, end / peak',
  ];
  return markdown([head, head.map(() => '---'), ...rows]);
}

export const markdown = (rows: string[][]): string => rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 300);
