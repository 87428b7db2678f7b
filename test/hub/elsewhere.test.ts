import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually, Hub } from '../kit/hub.ts';
import { testDatabases } from '../kit/postgres.ts';

const hub = new Hub();
let outcomes: ChildProcess;
let cpsUrl: string;

beforeAll(async () => {
  await hub.findPorts();
  const [cps, networks] = [await testDatabases('elsewhere_cps'), await testDatabases('elsewhere_outcomes')];
  cpsUrl = cps.ownerUrl;
  Object.assign(hub.environment, {
    DATABASE_URL_CPS: cps.url,
    DATABASE_OWNER_URL_CPS: cps.ownerUrl,
    DATABASE_URL_OUTCOMES: networks.url,
    DATABASE_OWNER_URL_OUTCOMES: networks.ownerUrl,
    SUBGRAPH_URL_OUTCOMES: `http://127.0.0.1:${hub.port + 6}/`,
  });
  await hub.start();
  outcomes = await hub.runSubgraph('outcomes');
  await hub.command('import', 'infra/demo'); // the start does not: what it cannot reach may hold anything
}, 120_000);
afterAll(async () => {
  outcomes?.kill();
  await hub.remove();
}, 30_000);

it('keeps a partner whose database is elsewhere in that database', async () => {
  const { data } = await hub.ask('{ ideas(first: 0) { totalCount } manufactories(first: 0) { totalCount } }');
  const client = new pg.Client({ connectionString: cpsUrl });
  await client.connect();
  const { rows } = await client.query('select count(*)::int as ideas from idea');
  await client.end();

  expect(data).toEqual({ ideas: { totalCount: 23 }, manufactories: { totalCount: 17 } });
  expect(rows).toEqual([{ ideas: 23 }]);
});

it('asks a subgraph that runs elsewhere at its address, and starts none in its place', async () => {
  expect(hub.output).not.toMatch(/subgraphs .*outcomes/);

  await eventually(
    async () => (await hub.ask('{ territory(code: "PL21") { name } }')).data?.territory?.name === 'Małopolskie',
  );
});
