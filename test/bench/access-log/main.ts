import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v4 } from 'uuid';
import { verifyDatabase } from '../../../infra/audit/verify-logs.ts';
import { ensureDatabase, ensureUser, ownerOf } from '../../../infra/postgres/databases.ts';
import { startPostgres } from '../../../infra/postgres/postgres.ts';
import { append, type Entry } from '../../../shared/access-log/append.ts';
import { type Run, runIn } from '../../../shared/access-log/people.ts';
import { openDatabase } from '../../../shared/database/open-database.ts';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { serveSubgraph } from '../../../shared/subgraph/serve.ts';
import type { Caller } from '../../../shared/trust/caller.ts';
import { signRequest, subgraphKey } from '../../../shared/trust/signed-request.ts';
import { cps } from '../../../subgraphs/cps/subgraph.ts';
import { someone } from '../../kit/caller.ts';
import { personWithKey, supportCentre } from '../../kit/given-cps.ts';
import { median } from '../gateway/median.ts';
import { percentiles } from '../live/percentiles.ts';

/** What the access log of people costs: appends a second, a request with and without it, and a million rows verified. */
const ROUNDS = 5;
process.env.PSEUDONYM_KEY_INSTITUTIONS = randomBytes(32).toString('base64url');
const home = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
const postgres = await startPostgres({ home, password: 'bench' }); // durable, as in the hub
const password = 'bench';
await ensureDatabase(postgres.adminUrl, 'cps', { owner: ownerOf('cps'), password });
await ensureUser(postgres.adminUrl, 'cps', { user: 'cps', password });
const as = (username: string): string =>
  Object.assign(new URL(postgres.adminUrl), { username, password, pathname: '/cps' }).href;
const [url, ownerUrl] = [as('cps'), as(ownerOf('cps'))];
const orm = await openDatabase({ ...cps, url, ownerUrl });
const key = subgraphKey(randomBytes(32).toString('base64url'));
const run: Run = (sql, params) => asSystem(() => runIn(orm.em)(sql, params));

await appends(1);
await appends(20);
await requests();
await verification(1_000_000);

await orm.close();
await postgres.stop();
rmSync(home, { recursive: true, force: true });

/** Eight at once, as requests would: they wait for each other, each for the disk. */
async function appends(rows: number): Promise<void> {
  const caller = {
    subject: v4(),
    organisationId: v4(),
    roles: ['adviser'],
    purpose: 'CASE_WORK' as const,
    client: 'c',
  };
  const asker = { caller, jti: v4(), requestId: v4(), operation: () => '{ x }' };
  const entries = Array.from({ length: rows }, (): Entry => ({ ...anEntry(), access: 'READ' }));
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const until = performance.now() + 2000;
    let count = 0;
    const writer = async (): Promise<void> => {
      for (; performance.now() < until; count++) await append(run, asker, entries);
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    rates.push(count / 2);
  }
  const spread = `${Math.min(...rates).toFixed(0)} to ${Math.max(...rates).toFixed(0)}`;
  console.log(`appends of ${rows} rows: ${median(rates).toFixed(0)}/s (${spread})`);
}

function anEntry() {
  return { type: 'Beneficiary', pseudonym: randomBytes(32).toString('hex'), fields: new Set(['status', 'referredOn']) };
}

async function requests(): Promise<void> {
  const centre = supportCentre('CPS');
  const [person, personKey] = personWithKey(centre);
  await asSystem(() => orm.em.fork().persist([centre, person, personKey]).flush());
  const { people: _, ...unlogged } = cps;
  const query = `{ beneficiary(id: "${person.id}") { status birthYear supportSessions { hours } } }`;
  const caller = someone({
    organisationId: centre.organisationId,
    scopes: ['people:read'],
    purpose: 'CASE_WORK',
  });
  const ways = [
    ['without the log', await asker(unlogged, query, caller)],
    ['with it', await asker(cps, query, caller)],
  ] as const;
  const times = new Map<string, number[]>(ways.map(([name]) => [name, []]));
  for (let round = 0; round < ROUNDS * 200; round++) {
    for (const [name, { ask }] of ways) {
      const began = performance.now();
      await ask();
      if (round >= 200) times.get(name)?.push((performance.now() - began) * 10); // in tenths of milliseconds
    }
  }
  for (const [name, all] of times) console.log(`a request ${name}: ${percentiles(all)} tenths of ms (p50 / p99)`);
  for (const [, { stop }] of ways) stop();
}

async function asker(subgraph: Omit<typeof cps, 'people'>, query: string, caller: Caller) {
  const { schema } = await cps.build();
  const server = await serveSubgraph({ subgraph, schema, orm, key, port: 0 });
  const body = JSON.stringify({ query });
  const ask = async (): Promise<void> => {
    const headers = { 'content-type': 'application/json', authorization: signRequest(key, 'cps', body, caller) };
    const { port } = server.address() as AddressInfo;
    const text = await (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })).text();
    if (!text.includes('REFERRED')) throw new Error(text);
  };
  return { ask, stop: () => server.close() };
}

async function verification(rows: number): Promise<void> {
  let began = performance.now();
  await run(
    `insert into access_log (subject, roles, type, pseudonym, fields, access)
     select 'somebody', '{adviser}', 'Beneficiary', md5(n::text), '{status,birthYear}', 'READ' from generate_series(1, ?) n`,
    [rows],
  );
  console.log(`${rows} rows are inserted and chained in ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const [size] = await run<{ size: string }>(`select pg_size_pretty(pg_total_relation_size('access_log')) as size`, []);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  began = performance.now();
  const verified = await verifyDatabase(url);
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  if (verified.bad) throw new Error(verified.bad.reason);
  console.log(
    `${verified.rows} rows (${size?.size}) are verified in ${((performance.now() - began) / 1000).toFixed(1)} s, ` +
      `${((user + system) / 1e6).toFixed(1)} s of them CPU, with ${((most - before) / 2 ** 20).toFixed(0)} MB more memory`,
  );
}
