import { rmSync } from 'node:fs';
import { ensureDatabase, ensureUser, ownerOf } from '../../infra/postgres/databases.ts';
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

/** A database that no other worker uses, as the owner of what is in it sees it. */
export const testDatabase = async (name: string): Promise<string> => (await testDatabases(name)).ownerUrl;

/** The same, also as the role sees it for which rows are guarded. */
export async function testDatabases(name: string): Promise<{ url: string; ownerUrl: string }> {
  const database = `${name}_test_${process.env.JEST_WORKER_ID}`;
  const admin = process.env.TEST_POSTGRES_URL ?? '';
  const owner = ownerOf(database);
  await ensureDatabase(admin, database, { owner, password: 'test' });
  await ensureUser(admin, database, { user: database, password: 'test' });
  const as = (username: string): string =>
    Object.assign(new URL(admin), { username, password: 'test', pathname: `/${database}` }).href;
  return { url: as(database), ownerUrl: as(owner) };
}

/** The settings by which a program finds the databases of these subgraphs, by their names in capitals. */
export async function databaseSettings(...subgraphs: string[]): Promise<Record<string, string>> {
  const settings = subgraphs.map(async (name) => {
    const { url, ownerUrl } = await testDatabases(name.toLowerCase());
    return { [`DATABASE_URL_${name}`]: url, [`DATABASE_OWNER_URL_${name}`]: ownerUrl };
  });
  return Object.assign({}, ...(await Promise.all(settings)));
}
