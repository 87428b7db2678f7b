import { rmSync } from 'node:fs';
import { ensureDatabase } from '../../infra/postgres/databases.ts';
import type { Postgres } from '../../infra/postgres/postgres.ts';

let running: { home: string; postgres: Postgres } | undefined;

/** Remembers the run's server between Jest's global set-up and tear-down, which are one process. */
export function keep(home: string, postgres: Postgres): void {
  running = { home, postgres };
}

export async function drop(): Promise<void> {
  await running?.postgres.stop();
  if (running) rmSync(running.home, { recursive: true, force: true });
}

/** The URL of a database that no other worker uses. */
export async function testDatabase(name: string): Promise<string> {
  const database = `${name}_test_${process.env.JEST_WORKER_ID}`;
  const url = new URL(process.env.TEST_POSTGRES_URL ?? '');
  await ensureDatabase(url.href, database, 'test');
  url.username = database;
  url.password = 'test';
  url.pathname = `/${database}`;
  return url.href;
}
