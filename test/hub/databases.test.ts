import { readFileSync, writeFileSync } from 'node:fs';
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
const secretsFile = () => path.join(hub.home, 'secrets.json');
const secrets = () => JSON.parse(readFileSync(secretsFile(), 'utf8'));
const passwords = () => secrets().databasePasswords;

/** How the database was left by hubs whose subgraphs' roles owned their tables. */
const EARLIER = `alter database cps owner to cps; reassign owned by cps_owner to cps; drop owned by cps_owner; drop role cps_owner`;
const OWNERS = `select count(*)::int as tables, min(pg_get_userbyid(relowner)) as owner, max(pg_get_userbyid(relowner)) as other
  from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;

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

it('survives that subgraphs owned their tables in earlier hubs: another role owns them from the next start on, and no row is lost', async () => {
  const add = `mutation ($csv: String!) { importSupportCentres(partner: "x", csv: $csv) { added } }`;
  const csv =
    'key,organisation,name,hosted_by,host_unit,territory,source\ncps,norwid/cps,The centre,,,PL_1261011,invented';
  await hub.ask(add, { csv }, { authorization: `Bearer ${hub.operatorToken}` });
  const admin = await connect('postgres', secrets().postgresPassword, 'cps');
  await admin.query(EARLIER);
  await admin.end();
  const { ownerPasswords: _, ...earlier } = secrets();
  await hub.end();
  writeFileSync(secretsFile(), JSON.stringify(earlier));

  await hub.start('--no-demo');

  const own = await connect('cps', passwords().cps, 'cps');
  const { rows } = await own.query(OWNERS);
  await expect(own.query('alter table idea disable row level security')).rejects.toThrow('must be owner');
  await own.end();
  expect(rows).toEqual([{ tables: expect.any(Number), owner: 'cps_owner', other: 'cps_owner' }]);
  expect((await hub.ask('{ supportCentres { nodes { name } } }')).data).toEqual({
    supportCentres: { nodes: [{ name: 'The centre' }] },
  });
}, 120_000);
