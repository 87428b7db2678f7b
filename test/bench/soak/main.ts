import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Choices } from '../../kit/choices.ts';
import type { Memory } from '../../reload/gateway-process.ts';
import { median } from '../gateway/median.ts';
import { markdown } from '../gateway/report.ts';
import { percentile } from '../live/percentiles.ts';
import { Clients, newTally, type Tally } from './clients.ts';
import { HubOfPartners } from './hub-of-partners.ts';
import { type Mode, nextModes } from './script.ts';
import { FAILING } from './world.ts';

/** `npm run bench -- soak`: partners fail at random, and not one answer may be wrong. Ends with 1 where one is. */
const { values: options } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } },
});
const [minutes, seed] = [Number(options.minutes), Number(options.seed)];
if (!(minutes > 0) || !Number.isInteger(seed)) {
  console.error('npm run bench -- soak [--minutes 10] [--seed 1]');
  process.exit(1);
}

const WINDOW_MS = 5_000;
/** Before anything is measured: compilers, connections. */
const WARM_MS = 10_000;
/** A partner whose circuit opened again and again is tried after fifteen seconds. */
const HEAL_MS = 20_000;
/** Windows of one round. They take turns, so that what else the machine does is in both. */
const [CALM, FAILING_ONES] = [4, 8];
const ROUND_MS = HEAL_MS + (CALM + FAILING_ONES) * WINDOW_MS;
const rounds = Math.max(1, Math.round((minutes * 60_000) / ROUND_MS));

const hub = new HubOfPartners();
await hub.start();
const clients = new Clients(hub.gateway.url, seed);
const choices = Choices.seeded(seed);
const modes: Record<string, number> = {};

async function observe(windows: number, before: () => void): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (let i = 0; i < windows; i++) {
    before();
    clients.tally = newTally();
    await sleep(WINDOW_MS);
    tallies.push(clients.tally);
  }
  return tallies;
}

function failAnew(): void {
  const next: Map<string, Mode> = nextModes(FAILING, choices);
  for (const mode of next.values()) modes[mode] = (modes[mode] ?? 0) + 1;
  hub.tell(next);
}

await sleep(WARM_MS);
const [calm, failing]: [Tally[], Tally[]] = [[], []];
const memories: Memory[] = [];
for (let round = 0; round < rounds; round++) {
  calm.push(...(await observe(CALM, () => {})));
  memories.push(await hub.gateway.memory());
  failing.push(...(await observe(FAILING_ONES, failAnew)));
  hub.allWell();
  await sleep(HEAL_MS);
}
const [healed] = await observe(1, () => {});
await clients.end();
memories.push(await hub.gateway.memory());
const retries = await hub.metric('hub_subgraph_retries_total');
const opened = hub.gateway.output.match(/is not asked for a while/g)?.length ?? 0;
const closed = hub.gateway.output.match(/is asked again/g)?.length ?? 0;
await hub.end();

const figure = (tallies: Tally[], of: 'working' | 'others', share: number): string => {
  const values = tallies.map((tally) => percentile(tally[of], share)).filter(Number.isFinite);
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)];
  return `${middle.toFixed(1)} (${least.toFixed(1)}–${most.toFixed(1)})`;
};
const rowOf = (name: string, tallies: Tally[]): string[] => [
  name,
  String(tallies.reduce((sum, { answers }) => sum + answers, 0)),
  String(tallies.reduce((sum, { values }) => sum + values.null, 0)),
  ...(['working', 'others'] as const).flatMap((of) => [0.5, 0.99].map((share) => figure(tallies, of, share))),
];
const head = ['phase', 'answers', 'nulls', 'p50 ms, working', 'p99 ms, working', 'p50 ms, any', 'p99 ms, any'];
const rows = [rowOf('calm', calm), rowOf('failing', failing), rowOf('healed', healed ? [healed] : [])];
console.log(`Medians (and spread) of windows of ${WINDOW_MS / 1_000} s.\n`);
console.log(markdown([head, head.map(() => '---'), ...rows]));
console.log(`\nWhat the three did, in windows: ${JSON.stringify(modes)}`);
console.log(`${retries} queries sent once more; circuits opened ${opened} times, closed ${closed} times`);
const told = memories.map(({ heapUsed, rss }) => `${heapUsed} / ${rss}`);
console.log(`gateway heap / RSS in MB, before each time that they fail, and at the end: ${told.join(', ')}`);

const wrong = [...calm, ...failing, ...(healed ? [healed] : [])].flatMap((tally) => tally.wrong);
const stillNull = healed?.values.null ?? 0;
console.log(`wrong or foreign: ${wrong.length}; nulls once all are well: ${stillNull}`);
for (const one of wrong.slice(0, 20)) console.error(one);
process.exit(wrong.length > 0 || stillNull > 0 ? 1 : 0);
