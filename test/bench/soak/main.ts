import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Choices } from '../../kit/choices.ts';
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
const HEAL_MS = 20_000;
const windowsIn = (ms: number): number => Math.max(2, Math.round(ms / WINDOW_MS));

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
const calm = await observe(windowsIn(minutes * 60_000 * 0.25), () => {});
const calmMemory = await hub.gateway.memory();
const failing = await observe(windowsIn(minutes * 60_000 * 0.75), failAnew);
hub.allWell();
await sleep(HEAL_MS);
const [healed] = await observe(1, () => {});
await clients.end();
const memory = await hub.gateway.memory();
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
console.log(
  `gateway heap / RSS: ${calmMemory.heapUsed} / ${calmMemory.rss} MB calm, ${memory.heapUsed} / ${memory.rss} MB at the end`,
);

const wrong = [...calm, ...failing, ...(healed ? [healed] : [])].flatMap((tally) => tally.wrong);
const stillNull = healed?.values.null ?? 0;
console.log(`wrong or foreign: ${wrong.length}; nulls once all are well: ${stillNull}`);
for (const one of wrong.slice(0, 20)) console.error(one);
process.exit(wrong.length > 0 || stillNull > 0 ? 1 : 0);
