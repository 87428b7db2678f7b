import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { postgresUrl } from '../../infra/postgres/postgres.ts';
import { postgresHome } from '../../infra/program-environment.ts';
import { readSecrets } from '../../infra/secrets.ts';
import { sql } from '../kit/events.ts';
import { eventually, Hub } from '../kit/hub.ts';
import { PartnerSystem } from '../kit/partner-system.ts';
import { Reader, readOnce } from './reader.ts';
import { Subscriber } from './subscriber.ts';
import { Writer } from './writer.ts';

/** `npm run test:outages`: about two minutes. */
const OUTAGE_MS = 5_000;
const CALM_MS = 5_000;
const STEPS = ['PLANNED', 'OPEN', 'CLOSED', 'REPORTED'];

const hub = new Hub();
const restarted: ChildProcess[] = [];
let [writers, readers, subscribers]: [Writer[], Reader[], Subscriber[]] = [[], [], []];

beforeAll(async () => {
  await hub.start();
  const { supportCentres } = await new PartnerSystem(hub).read<{ supportCentres: { nodes: { id: string }[] } }>(
    '{ supportCentres(first: 1) { nodes { id } } }',
  );
  const centre = supportCentres.nodes[0]?.id ?? '';
  writers = Array.from({ length: 3 }, () => new Writer(hub, centre));
  readers = [new Reader(hub), new Reader(hub)];
  subscribers = Array.from({ length: 3 }, () => new Subscriber(`${hub.url}graphql`));
}, 120_000);
afterAll(async () => {
  for (const child of restarted) child.kill();
  await hub.remove();
}, 30_000);

const admin = (statement: string): Promise<unknown> => {
  const url = postgresUrl(
    postgresHome(hub.home),
    'postgres',
    readSecrets(hub.home)?.postgresPassword ?? '',
    'postgres',
  );
  return sql(url, statement);
};
const cutOff = (condition: string) =>
  admin(`select pg_terminate_backend(pid) from pg_stat_activity where ${condition}`);

/** The relay listens to the outbox on a connection of its own: it loses it again and again. */
async function withoutRelay(): Promise<void> {
  const end = Date.now() + OUTAGE_MS;
  while (Date.now() < end) {
    await cutOff(`datname = 'cps' and query ilike '%outbox%'`);
    await sleep(50);
  }
}

async function withoutBus(): Promise<void> {
  await admin('alter database events allow_connections false');
  await cutOff(`datname = 'events'`);
  await sleep(OUTAGE_MS);
  await admin('alter database events allow_connections true');
}

async function withoutGateway(): Promise<void> {
  hub.kill('gateway/main.js');
  await sleep(OUTAGE_MS);
  restarted.push(await hub.runGateway(hub.port));
}

async function withoutSubgraph(): Promise<void> {
  hub.kill('subgraphs/cps');
  await sleep(OUTAGE_MS);
  restarted.push(await hub.runSubgraph('cps'));
}

it('loses no event, doubles none, keeps their order and never goes back in what it answers, whatever fails in turn', async () => {
  for (const one of [...subscribers, ...readers]) one.start();
  await sleep(1_000); // a subscriber without a position hears of what happens from then on
  for (const writer of writers) writer.start();
  await sleep(CALM_MS);
  for (const outage of [withoutRelay, withoutBus, withoutGateway, withoutSubgraph]) {
    await outage();
    await sleep(CALM_MS);
  }
  await Promise.all(writers.map((writer) => writer.end()));
  const written = writers.flatMap((writer) => writer.written);
  await eventually(() => subscribers.every(({ seen }) => seen.length >= written.length), 30).catch(() => {});
  await sleep(1_000); // for what comes twice
  const cached = await readOnce(hub);
  const fresh = await readOnce(hub, { 'cache-control': 'no-store' });
  await Promise.all(readers.map((reader) => reader.end()));

  const repeated = writers.reduce((sum, writer) => sum + writer.repeated, 0);
  const [answers, hits] = [sum(readers.map((reader) => reader.answers)), sum(readers.map((reader) => reader.hits))];
  process.stdout.write(
    `${written.length} writes, ${repeated} attempts repeated; each of ${subscribers.length} subscribers subscribed ` +
      `${subscribers.map(({ subscribed }) => subscribed).join(', ')} times; ${answers} answers, ${hits} from the cache; ` +
      `errors heard: ${JSON.stringify(tally(subscribers.flatMap(({ errors }) => errors)))}\n`,
  );

  const expected = written.map(({ consultation, change }) => `${consultation} ${change}`).toSorted();
  for (const { seen } of subscribers) {
    const told = seen.map(({ consultation, change }) => `${consultation?.id} ${change}`);
    expect(told.toSorted()).toEqual(expected);
    expect(seen.map(({ position }) => BigInt(position))).toEqual(
      seen.map(({ position }) => BigInt(position)).toSorted(ascending),
    );
    for (const id of new Set(seen.map(({ consultation }) => consultation?.id))) {
      const steps = seen.filter(({ consultation }) => consultation?.id === id).map(({ change }) => change);
      expect(steps).toEqual(STEPS.slice(0, steps.length));
    }
  }
  expect(readers.flatMap(({ older }) => older)).toEqual([]);
  expect(cached.text).toBe(fresh.text);
  expect(hits).toBeGreaterThan(0);
  for (const subscriber of subscribers) await Promise.race([subscriber.end(), sleep(1_000)]);
}, 240_000);

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
const ascending = (a: bigint, b: bigint): number => Number(a - b);

function tally(texts: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}
