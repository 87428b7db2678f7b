import { eventLogKind } from './event-log-kind.ts';
import { type Loop, startLoop } from './loop.ts';
import { keepTables } from './postgres/keep-tables.ts';

const DAY_MS = 86_400_000;

export interface KeepOptions {
  /** Of the log's owner. */
  url: string;
  /** Who may append and read; on NATS, the server's own configuration says that. */
  roles: string[];
  /** Who may only read. */
  readers: string[];
  retentionDays: number;
}

/** Keeps the log in order while the hub runs: makes it and forgets what is old, now and daily. Resolves after the first try. */
export function keepEventLog(options: KeepOptions): Promise<Loop> {
  return new Promise((resolve) => {
    const loop = startLoop({
      name: 'event log',
      every: DAY_MS,
      pass: () => keepOnce(options).finally(() => resolve(loop)),
    });
  });
}

async function keepOnce(options: KeepOptions): Promise<void> {
  if (eventLogKind(options.url) === 'postgresql') return keepTables(options);
  const { keepStream } = await import('./nats/keep-stream.ts');
  return keepStream(options);
}
