import { errorFacts } from '../log/error-facts.ts';
import { log } from '../log/log.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 15_000;

export interface LoopOptions {
  /** Who speaks in the log of the process. */
  name: string;
  /** One round of work; should end soon when the signal is aborted. */
  pass(signal: AbortSignal): Promise<void>;
  /** Milliseconds between rounds that nobody asked for. */
  every?: number;
}

export interface Loop {
  /** Has the next round begin at once; but not while the last one's failure is being waited out. */
  wake(): void;
  /** Ends the loop, after the round that is running. */
  stop(): Promise<void>;
}

/** Does rounds of work until stopped. One that fails is reported once, and tried again with growing pauses. */
export function startLoop({ name, pass, every = 1000 }: LoopOptions): Loop {
  const stopping = new AbortController();
  let wakeUp: (() => void) | undefined;
  let woken = false;
  let failures = 0;

  const round = async (): Promise<void> => {
    try {
      await pass(stopping.signal);
      if (failures > 0) log.info('goes on', { part: name });
      failures = 0;
    } catch (error) {
      if (failures === 0 && !stopping.signal.aborted) {
        log.warn('fails, and tries again until it can', { part: name, ...errorFacts(error) });
      }
      failures++;
    }
  };
  const rest = (ms: number, untilWoken: boolean): Promise<void> =>
    new Promise((resolve) => {
      if (stopping.signal.aborted || (untilWoken && woken)) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        stopping.signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      stopping.signal.addEventListener('abort', end);
      wakeUp = untilWoken ? end : undefined;
    });

  const running = (async () => {
    while (!stopping.signal.aborted) {
      woken = false;
      await round();
      if (failures > 0) await rest(Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS), false);
      else await rest(every, true);
    }
  })();

  return {
    wake: () => {
      woken = true;
      wakeUp?.();
    },
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

/** One line for a person; the errors of a host with many addresses have no message of their own. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && !error.message) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
