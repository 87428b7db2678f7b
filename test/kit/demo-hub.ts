import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hub } from './hub.ts';

/**
 * Starts a hub that has the demo, on a copy of what another one left that imported it: importing takes longer than all
 * else in a start, so it is done once for all test files of a run. `first-question` and `restart` start on nothing.
 */
export async function startWithDemo(hub: Hub): Promise<void> {
  const filled = process.env.TEST_DEMO_HOME ?? '';
  while (!existsSync(filled)) await fill(filled);
  execFileSync('cp', ['-a', `${filled}/.`, hub.home]); // Node's own copies do not keep whose files they are
  await hub.start();
}

/** Makes the folder whole at once, in one of the processes that want it; the others wait. */
async function fill(folder: string): Promise<void> {
  const lock = `${folder}.making`;
  try {
    mkdirSync(lock);
  } catch {
    return sleep(200);
  }
  const first = new Hub();
  try {
    await first.start();
    await first.end();
    rmSync(path.join(first.home, 'logs'), { recursive: true });
    renameSync(first.home, folder);
  } finally {
    await first.remove();
    rmSync(lock, { recursive: true });
  }
}
