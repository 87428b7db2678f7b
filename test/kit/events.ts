import 'reflect-metadata';
import pg from 'pg';
import { v4 } from 'uuid';
import { ensureRole } from '../../infra/postgres/databases.ts';
import type { CloudEvent } from '../../shared/events/cloud-event.ts';
import { createEventLog } from '../../shared/events/postgres/create-event-log.ts';
import type { NewEvent } from '../../shared/events/record.ts';
import { testDatabase } from './postgres.ts';

/** An event as some subgraph would publish it. */
export const cloudEvent = (event: NewEvent<object> & Partial<CloudEvent>): CloudEvent => ({
  specversion: '1.0',
  id: v4(),
  source: '/subgraphs/somewhere',
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  ...event,
});

/** An empty event log of this worker's own. */
export interface TestEventLog {
  ownerUrl: string;
  /** As a subgraph's role reaches it. */
  url: string;
  /** As the gateway's role does. */
  readerUrl: string;
}

export async function emptyEventLog(): Promise<TestEventLog> {
  const ownerUrl = await testDatabase('events');
  const role = `appender_test_${process.env.JEST_WORKER_ID}`;
  const reader = `reader_test_${process.env.JEST_WORKER_ID}`;
  for (const name of [role, reader]) await ensureRole(process.env.TEST_POSTGRES_URL ?? '', name, 'test');
  await asClient(ownerUrl, async (owner) => {
    await owner.query('drop table if exists event, event_retention cascade');
    await createEventLog(owner, [role], [reader]);
  });
  const urlOf = (username: string): string => Object.assign(new URL(ownerUrl), { username }).href;
  return { ownerUrl, url: urlOf(role), readerUrl: urlOf(reader) };
}

/** Runs SQL on a connection of its own. */
export async function sql(url: string, text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return asClient(url, async (client) => (await client.query(text, values)).rows);
}

/** Ends every other connection to the database, as a failing network would. */
export async function disconnectAll(url: string): Promise<void> {
  const admin = new URL(process.env.TEST_POSTGRES_URL ?? '');
  await sql(admin.href, 'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    new URL(url).pathname.slice(1),
  ]);
}

async function asClient<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
