import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { postgresUrl } from '../../infra/postgres/postgres.ts';
import { postgresHome } from '../../infra/program-environment.ts';
import { Hub } from '../kit/hub.ts';

const hub = new Hub();
beforeAll(() => hub.start('--no-demo'), 120_000);
afterAll(() => hub.remove(), 30_000);

async function connect(role: string, password: string, database: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: postgresUrl(postgresHome(hub.home), role, password, database) });
  await client.connect();
  return client;
}
const passwords = () => JSON.parse(readFileSync(path.join(hub.home, 'secrets.json'), 'utf8')).databasePasswords;

it('lets each subgraph into its own database, as no superuser, and into no other', async () => {
  const own = await connect('cps', passwords().cps, 'cps');
  const { rows } = await own.query(
    'select (select count(*)::int from idea) as ideas, usesuper as super from pg_user where usename = current_user',
  );
  await own.end();

  expect(rows).toEqual([{ ideas: 0, super: false }]);
  await expect(connect('cps', passwords().cps, 'institutions')).rejects.toThrow('permission denied for database');
  await expect(connect('institutions', passwords().cps, 'institutions')).rejects.toThrow(
    'password authentication failed',
  );
  await expect(connect('postgres', '', 'cps')).rejects.toThrow();
});
