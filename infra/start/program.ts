import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readableLine } from '../../shared/log/readable-line.ts';
import { projectRoot } from '../../shared/reference-data/project-root.ts';

export interface Program {
  name: string;
  process: ChildProcess;
}

export interface ProgramOptions {
  name: string;
  /** The compiled entry, from dist/. */
  entry: string;
  args: string[];
  env: Record<string, string>;
  logs: string;
  /** For Node itself. */
  nodeFlags?: string[];
}

/**
 * Starts a program of the hub and waits until it says that it is ready. It ends when the channel to us does, however
 * we end. Throws with the end of its log where it ends before that.
 */
export async function startProgram({ name, entry, args, env, logs, nodeFlags = [] }: ProgramOptions): Promise<Program> {
  mkdirSync(logs, { recursive: true });
  const file = path.join(logs, `${name}.log`);
  const log = openSync(file, 'a');
  const child = fork(path.join(projectRoot(), 'dist', entry), args, {
    env: { ...process.env, ...env },
    execArgv: ['--enable-source-maps', ...nodeFlags],
    stdio: ['ignore', log, log, 'ipc'],
    detached: true, // a Ctrl-C in the terminal is for the starter, which ends its programs in order
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${name} did not start. ${file} ends with:\n${tail(file)}`)));
  });
  return { name, process: child };
}

/** Asks it to end, waits, and ends it where it does not. */
export async function stopProgram({ process: child }: Program): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await gone;
  clearTimeout(impatient);
}

const tail = (file: string): string =>
  readFileSync(file, 'utf8').trimEnd().split('\n').slice(-12).map(readableLine).join('\n');
