import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Takes the hub's data for this process. One that was killed gives way; one that runs is an error. Gives the release. */
export async function takeLock(home: string): Promise<() => void> {
  const file = path.join(home, 'hub.pid');
  for (let tries = 0; isHeld(file); tries++) {
    if (tries === 100) {
      const pid = readFileSync(file, 'utf8').trim();
      throw new Error(
        `A hub runs on ${home} already (process ${pid}). Stop it, or start another with HUB_HOME=… and PORT=….`,
      );
    }
    await sleep(100); // it may be on its way out
  }
  const whole = `${file}.${process.pid}`; // so that nobody ever reads a file without the number
  writeFileSync(whole, `${process.pid}\n`);
  renameSync(whole, file);
  return () => rmSync(file, { force: true });
}

function isHeld(file: string): boolean {
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, 'utf8'));
  if (!Number.isInteger(pid) || pid < 1) return false; // 0 is our own group to kill()
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const command = `/proc/${pid}/cmdline`; // after a reboot the number may be somebody else's
  return !existsSync(command) || readFileSync(command, 'utf8').includes('infra/start');
}
