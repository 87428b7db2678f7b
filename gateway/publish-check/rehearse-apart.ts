import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface RehearsedOperation {
  /** For people. */
  name: string;
  source: string;
  operationName?: string | undefined;
  variables?: Record<string, boolean>;
}

export interface Rehearsal {
  /** Why nothing can be made of the supergraph, or of one operation without an end to the process; else null. */
  invalid: string | null;
  /** Valid operations without a plan. */
  unplannable: { operation: string; reason: string }[];
  /** Known operations that are not valid. */
  breaks: { operation: string; reason: string }[];
  planned: number;
}

/** What the process says. */
export type Told = { planning: string } | { rehearsal: Rehearsal };

const LONGEST_STEP_MS = 30_000;
const LONGEST_MS = 120_000;
const SHOWN = 500;

/**
 * Builds the engine and plans in a process of its own, without our environment: the planner is native, there are supergraphs and
 * queries that end its process or never end, and those must not take the gateway with them.
 */
export function rehearseApart(
  supergraph: string,
  operations: readonly RehearsedOperation[] = [],
  longestStep = LONGEST_STEP_MS,
): Promise<Rehearsal> {
  const program = fileURLToPath(new URL(`./rehearse-process${path.extname(import.meta.url)}`, import.meta.url));
  const child = fork(program, [], {
    env: {},
    execArgv: ['--no-warnings', '--max-old-space-size=512'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve) => {
    let at = 'the supergraph itself';
    const end = (invalid: string): void => finish({ invalid, unplannable: [], breaks: [], planned: 0 });
    const finish = (rehearsal: Rehearsal): void => {
      clearTimeout(all);
      clearTimeout(step);
      child.removeAllListeners();
      child.on('error', () => {}); // what it says while it is killed
      child.kill('SIGKILL');
      resolve(rehearsal);
    };
    const tooLong = (): void => end(`The planner comes to no end with ${at}.`);
    const all = setTimeout(tooLong, LONGEST_MS);
    let step = setTimeout(tooLong, longestStep);
    child.on('message', (told: Told) => {
      if ('rehearsal' in told) return finish(told.rehearsal);
      at = told.planning.replace(/\s+/g, ' ').slice(0, SHOWN);
      clearTimeout(step);
      step = setTimeout(tooLong, longestStep);
    });
    child.on('error', (error) => end(`The planner could not be tried: ${error.message}`));
    child.on('exit', (code, signal) => end(`The planner ends its process (${signal ?? code}) on ${at}.`));
    child.send({ supergraph, operations });
  });
}
