import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hub } from '../../kit/hub.ts';
import { PartnerSystem } from '../../kit/partner-system.ts';
import { bodyOf, HEADERS } from '../gateway/ask.ts';
import { cpuMs } from '../gateway/process-figures.ts';
import { firstSupportCentre } from './commit.ts';
import { gatewayOf } from './hub-processes.ts';
import { percentiles } from './percentiles.ts';

export const DASHBOARD_HEAD = [
  'cache',
  'writes/s',
  'requests/s',
  'p50 / p99 ms',
  'gateway CPU ms/request',
  'hit ratio',
];
export const STALENESS_HEAD = [
  'writes through',
  'writes seen',
  'commit to first answer that shows it, p50 / p99 ms',
  'older answers after that',
];

const READERS = 20;
const WRITES_PER_SECOND = 50;

/** What a dashboard keeps asking, each tile for itself. */
const TILES = [
  readFileSync('gateway/first-question.graphql', 'utf8'),
  '{ manufactories(first: 50, filter: { territory: "PL21" }) { totalCount nodes { id name status territory { code name } } } }',
  '{ manufactories(first: 50, filter: { status: PROTECTED }) { nodes { id name protectedUntil parentInstitution { id organisation { id name } } } } }',
  '{ services(first: 50) { totalCount nodes { id name status price { amount currency } manufactory { id name } } } }',
  '{ incentiveSchemes(first: 20) { nodes { id title status } } }',
  '{ budgets(first: 10) { nodes { id year status lines(first: 20) { nodes { id title amount { amount currency } } } } } }',
  '{ consultations(first: 20) { nodes { id question status answerCount } } }',
  '{ partnerships(first: 5) { nodes { id name leader { id organisation { id name } } } } }',
  '{ territory(code: "PL21") { code name children(first: 20) { nodes { code name } } } }',
  '{ ideas(first: 20) { nodes { id title status } } }',
];

/** A whole hub with the cache on or off, asked by a dashboard's readers, without writes and with them. */
export async function dashboard(
  megabytes: number,
  seconds: number,
): Promise<{ rows: string[][]; staleness: string[][] }> {
  const hub = new Hub();
  Object.assign(hub.environment, { CACHE_MEGABYTES: String(megabytes), RATE_PER_SECOND: '0' });
  await hub.start();
  try {
    const name = megabytes > 0 ? 'on' : 'off';
    const calm = await readTiles(hub, seconds);
    const writing = startWriting(hub, seconds);
    const busy = await readTiles(hub, seconds);
    const writes = await writing;
    return {
      rows: [
        [name, '0', ...calm],
        [name, (writes / seconds).toFixed(0), ...busy],
      ],
      staleness: megabytes > 0 ? await staleness(hub) : [],
    };
  } finally {
    await hub.remove();
  }
}

async function readTiles(hub: Hub, seconds: number): Promise<string[]> {
  const url = `${hub.url}graphql`;
  const bodies = TILES.map(bodyOf);
  for (const body of bodies) {
    const text = await post(url, body);
    if (text.includes('"errors"')) throw new Error(`A tile is refused: ${body.slice(0, 100)}: ${text.slice(0, 300)}`);
  }
  const pids = gatewayOf(hub);
  const latencies: number[] = [];
  const before = { cpu: cpuMs(pids), served: await servedOf(hub) };
  const began = performance.now();
  const reader = async (at: number): Promise<void> => {
    while (performance.now() - began < seconds * 1_000) {
      const sent = performance.now();
      await post(url, bodies[at++ % bodies.length] ?? '');
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: READERS }, (_, at) => reader(at)));
  const took = (performance.now() - began) / 1_000;
  const served = await servedOf(hub);
  return [
    (latencies.length / took).toFixed(0),
    percentiles(latencies),
    ((cpuMs(pids) - before.cpu) / latencies.length).toFixed(2),
    `${(((served - before.served) / latencies.length) * 100).toFixed(0)} %`,
  ];
}

async function post(url: string, body: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body });
  return response.text();
}

/** How many answers came from the cache, as the gateway's metrics say. */
async function servedOf(hub: Hub): Promise<number> {
  const metrics = await (await fetch(`${hub.url}metrics`)).text();
  const hits = [...metrics.matchAll(/^hub_cache_requests_total\{[^}]*outcome="hit"[^}]*\} (\d+)/gm)];
  return hits.reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Answers to consultations, as many a second as there is time for up to the aim; gives how many were stored. */
async function startWriting(hub: Hub, seconds: number): Promise<number> {
  const system = new PartnerSystem(hub);
  const consultations = await Promise.all(Array.from({ length: 5 }, (_, i) => openConsultation(system, `Tile ${i}?`)));
  const began = performance.now();
  let written = 0;
  const writer = async (consultationId: string): Promise<void> => {
    const every = (consultations.length * 1_000) / WRITES_PER_SECOND;
    for (let n = 0; performance.now() - began < seconds * 1_000; n++) {
      await sleep(Math.max(0, began + n * every - performance.now()));
      await system.write('answerConsultation', { consultationId, answer: 'A bench in the yard.' });
      written++;
    }
  };
  await Promise.all(consultations.map(writer));
  return written;
}

/** Writes through another gateway, so that only the event can tell of it; and through the one that is asked. */
async function staleness(hub: Hub): Promise<string[][]> {
  const port = hub.port + 50;
  const other = await hub.runGateway(port);
  try {
    const elsewhere = Object.assign(Object.create(hub), { port }) as Hub;
    return [
      await measureStaleness(hub, new PartnerSystem(elsewhere), 'another gateway'),
      await measureStaleness(hub, new PartnerSystem(hub), 'the same gateway'),
    ];
  } finally {
    other.kill();
  }
}

const WRITES = 200;

async function measureStaleness(hub: Hub, writer: PartnerSystem, through: string): Promise<string[]> {
  const consultationId = await openConsultation(writer, `How old is an answer through ${through}?`);
  const url = `${hub.url}graphql`;
  const body = bodyOf(`{ consultation(id: "${consultationId}") { id answerCount } }`);
  const read = async (): Promise<number> => JSON.parse(await post(url, body)).data.consultation.answerCount;
  const lags: number[] = [];
  let older = 0;
  let newest = await read();
  let isOver = false;
  const watch = (async () => {
    while (!isOver) {
      const least = newest; // an answer that is asked for from now on must show this much
      const seen = await read();
      if (seen < least) older++;
      newest = Math.max(newest, seen);
    }
  })();
  for (let count = 1; count <= WRITES; count++) {
    await writer.write('answerConsultation', { consultationId, answer: 'A bench in the yard.' });
    const committed = performance.now();
    while (newest < count) newest = Math.max(newest, await read());
    lags.push(performance.now() - committed);
  }
  isOver = true;
  await watch;
  return [through, String(lags.length), percentiles(lags), String(older)];
}

async function openConsultation(system: PartnerSystem, question: string): Promise<string> {
  const supportCentreId = await firstSupportCentre(system);
  const dates = { opensOn: '2026-01-05', closesOn: '2027-12-31' };
  const planned = await system.write('planConsultation', { supportCentreId, question, ...dates });
  return (await system.edit('openConsultation', planned)).id;
}
