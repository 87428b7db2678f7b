import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { postgresUrl } from '../../infra/postgres/postgres.ts';
import { postgresHome } from '../../infra/program-environment.ts';
import { sql } from '../kit/events.ts';
import { eventually, Hub } from '../kit/hub.ts';

const hub = new Hub();
beforeAll(() => hub.start('--no-demo'), 120_000);
afterAll(() => hub.remove(), 30_000);

/** A database of the hub's server, as a subgraph's role reaches it. */
function url(role: string, database: string): string {
  const secrets = JSON.parse(readFileSync(path.join(hub.home, 'secrets.json'), 'utf8'));
  return postgresUrl(postgresHome(hub.home), role, secrets.databasePasswords[role], database);
}

/** The same, past the policies of rows. */
function ownerUrl(subgraph: string): string {
  const secrets = JSON.parse(readFileSync(path.join(hub.home, 'secrets.json'), 'utf8'));
  return postgresUrl(postgresHome(hub.home), `${subgraph}_owner`, secrets.ownerPasswords[subgraph], subgraph);
}

async function recordAt(subgraph: string, type = 'hub.test.happened.v1'): Promise<string> {
  const id = v4();
  await sql(
    ownerUrl(subgraph),
    `insert into outbox (specversion, id, source, type, subject, time, datacontenttype, data)
     values ('1.0', $1, $2, $3, 'Thing_1', now(), 'application/json', '{}')`,
    [id, `/subgraphs/${subgraph}`, type],
  );
  return id;
}
const isLogged = (id: string, reader: string) =>
  eventually(async () => (await sql(url(reader, 'events'), 'select from event where id = $1', [id])).length === 1);

it('carries an event from the outbox of each subgraph to the log, where every other one reads it', async () => {
  const roles = ['partnership', 'municipality', 'cps', 'institutions', 'marketplace', 'outcomes'];
  for (const [i, role] of roles.entries()) await isLogged(await recordAt(role), roles[(i + 1) % 6] as string);

  await expect(sql(url('cps', 'events'), 'delete from event')).rejects.toThrow('permission denied for table event');
});

it('has the gateway hear what is touched, and another one that runs alone', async () => {
  const other = hub.port + 20;
  const alone = await hub.runGateway(other);
  const metric = async (port: number, name: string) =>
    new RegExp(`^${name} (\\d+)$`, 'm').exec(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text())?.[1];
  for (const port of [hub.port, other]) await eventually(async () => (await metric(port, 'hub_cache_serving')) === '1');

  await recordAt('cps', 'hub.graph.touched.v1');

  for (const port of [hub.port, other]) {
    await eventually(async () => Number(await metric(port, 'hub_cache_touches_total')) > 0);
  }
  alone.kill();
});

it('loses nothing while a subgraph is down, which goes on where it was when it is run alone', async () => {
  hub.kill('subgraphs/cps');
  const id = await recordAt('cps');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await sql(url('cps', 'events'), 'select from event where id = $1', [id])).toEqual([]);

  const alone = await hub.runSubgraph('cps');
  await isLogged(id, 'marketplace');
  alone.kill();
});
