import 'reflect-metadata';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { afterEach, expect, it } from '@jest/globals';
import { openDatabase } from '../../shared/database/open-database.ts';
import { asSystem } from '../../shared/database/row-security/on-behalf.ts';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { ANONYMOUS } from '../../shared/trust/caller.ts';
import { signRequest, subgraphKey } from '../../shared/trust/signed-request.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { EventReader } from '../kit/event-reader.ts';
import { emptyEventLog } from '../kit/events.ts';
import { freePorts } from '../kit/free-ports.ts';
import { eventually } from '../kit/hub.ts';
import { testDatabases } from '../kit/postgres.ts';

let program: ChildProcess | undefined;

afterEach(() => {
  program?.kill('SIGKILL'); // one that is left would hold the run's output open, for ever
});

it('lets a process with open subscriptions stop in time', async () => {
  const secret = randomBytes(32).toString('base64url');
  const url = `http://127.0.0.1:${await freePorts(1)}/`;
  const database = await testDatabases('cps');
  const orm = await openDatabase({ ...cps, ...database });
  await asSystem(() => orm.em.fork().execute('delete from outbox')); // what other tests left would be told of here
  await orm.close();
  program = spawn(process.execPath, ['dist/subgraphs/cps/main.js', '--port', new URL(url).port], {
    cwd: projectRoot(),
    env: {
      ...process.env,
      DATABASE_URL_CPS: database.url,
      DATABASE_OWNER_URL_CPS: database.ownerUrl,
      EVENTS_URL: (await emptyEventLog()).url,
      SUBGRAPH_KEY_CPS: secret,
    },
    stdio: 'inherit',
  });
  const gone = once(program, 'exit');
  await eventually(() =>
    fetch(`${url}health`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const body = JSON.stringify({ query: 'subscription { consultationChanged { position } }' });
  const authorization = signRequest(subgraphKey(secret), 'cps', body, ANONYMOUS);
  const headers = { accept: 'text/event-stream', authorization };
  const stream = await EventReader.open(url, { method: 'POST', headers, body });
  expect(await stream.event()).toMatchObject({ event: 'position' });

  const began = performance.now();
  program.kill('SIGTERM');

  expect(await stream.event()).toBeNull();
  expect(await gone).toEqual([0, null]);
  expect(performance.now() - began).toBeLessThan(1500); // other open requests would have got two seconds
}, 30_000);

it('can be planned: the field by its owner, and what others know of it by a fetch for each event', async () => {
  const supergraph = readFileSync(path.join(projectRoot(), 'gateway/supergraph.graphql'), 'utf8');
  const query = 'subscription { manufactoryChanged { position manufactory { name incentives { nodes { id } } } } }';

  const { node } = await new QueryPlanner(supergraph).planAsync(query, null, new Set(), 100);

  expect(node).toMatchObject({
    kind: 'Sequence',
    nodes: [
      { kind: 'Subscription', primary: { serviceName: 'institutions', operationKind: 'subscription' } },
      { kind: 'Flatten', node: { kind: 'Fetch', serviceName: 'municipality' } },
    ],
  });
});
