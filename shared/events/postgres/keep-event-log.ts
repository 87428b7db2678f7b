import pg from 'pg';
import { CONNECTION } from '../listening-connection.ts';
import { type Loop, startLoop } from '../loop.ts';
import { createEventLog } from './create-event-log.ts';
import { prune } from './prune.ts';

const DAY_MS = 86_400_000;

export interface KeepOptions {
  /** Of the log's owner. */
  url: string;
  /** Who may append and read. */
  roles: string[];
  retentionDays: number;
}

/** Keeps the log in order while the hub runs: makes its tables and prunes, now and daily. Resolves after the first try. */
export function keepEventLog({ url, roles, retentionDays }: KeepOptions): Promise<Loop> {
  return new Promise((resolve) => {
    const loop = startLoop({
      name: 'event log',
      every: DAY_MS,
      pass: async () => {
        const owner = new pg.Client({ connectionString: url, ...CONNECTION, query_timeout: 0 });
        owner.on('error', () => undefined); // the query that it breaks says so
        try {
          await owner.connect();
          await createEventLog(owner, roles);
          await prune(owner, retentionDays);
        } finally {
          await owner.end();
          resolve(loop);
        }
      },
    });
  });
}
