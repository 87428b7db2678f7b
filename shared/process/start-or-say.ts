import { log, openLog } from '../log/log.ts';

/** Starts a program with its log; where that fails, says why in a sentence, not in a stack, and ends the process with 1. */
export async function startOrSay(name: string, start: () => Promise<void>): Promise<void> {
  try {
    openLog(name);
    process.once('uncaughtException', end);
    await start();
  } catch (error) {
    process.stderr.write(`${name} did not start: ${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}

/** As Node would, but for the message, which Node writes and which may repeat any value. */
function end(error: unknown): void {
  log.mistake(error);
  process.exit(1);
}
