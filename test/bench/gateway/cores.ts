import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The last core for the gateway that is measured, the others for all else; null where there is one alone, or no `taskset`. */
export const CORES = ((): { gateway: string; others: string } | null => {
  const last = availableParallelism() - 1;
  if (last === 0) return null;
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    return { gateway: String(last), others: last === 1 ? '0' : `0-${last - 1}` };
  } catch {
    return null;
  }
})();
