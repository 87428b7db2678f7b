import pg from 'pg';
import type { KeepOptions } from '../keep-event-log.ts';
import { CONNECTION } from '../listening-connection.ts';
import { createEventLog } from './create-event-log.ts';
import { prune } from './prune.ts';

/** Makes the log's tables where there are none, and prunes them. */
export async function keepTables({ url, roles, readers, retentionDays }: KeepOptions): Promise<void> {
  const owner = new pg.Client({ connectionString: url, ...CONNECTION, query_timeout: 0 });
  owner.on('error', () => undefined); // the query that it breaks says so
  try {
    await owner.connect();
    await createEventLog(owner, roles, readers);
    await prune(owner, retentionDays);
  } finally {
    await owner.end();
  }
}
