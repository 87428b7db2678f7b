import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;

interface Stat {
  parent: number;
  /** Of all its threads and of the children that it waited for. */
  cpuMs: number;
}

function stat(pid: number): Stat | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { parent: Number(fields[1]), cpuMs: (ticks * 1_000) / TICKS_PER_SECOND };
  } catch {
    return null; // it is gone
  }
}

/** A process and all that descend from it. */
export function family(pid: number): number[] {
  const parents = readdirSync('/proc').flatMap((name) => {
    const found = /^\d+$/.test(name) ? stat(Number(name)) : null;
    return found ? [[Number(name), found.parent] as const] : [];
  });
  const found = [pid];
  for (const known of found) found.push(...parents.flatMap(([child, parent]) => (parent === known ? [child] : [])));
  return found;
}

/** CPU time that they have had, in milliseconds, in steps of ten. */
export const cpuMs = (pids: number[]): number => pids.reduce((sum, pid) => sum + (stat(pid)?.cpuMs ?? 0), 0);

export interface Memory {
  nowMb: number;
  peakMb: number;
}

/** What is resident of them all together. */
export function memory(pids: number[]): Memory {
  const texts = pids.map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'));
  const sum = (name: string) =>
    texts.reduce((total, text) => total + Number(new RegExp(`${name}:\\s+(\\d+)`).exec(text)?.[1]), 0) / 1_024;
  return { nowMb: sum('VmRSS'), peakMb: sum('VmHWM') };
}

export const commandLine = (pid: number): string => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');

/** Keeps a process and its threads on these cores, as `taskset` names them. */
export function pin(pid: number, cores: string): void {
  execFileSync('taskset', ['-a', '-c', '-p', cores, String(pid)], { stdio: 'ignore' });
}
