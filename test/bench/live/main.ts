import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Hub } from '../../kit/hub.ts';
import { CORES } from '../gateway/cores.ts';
import { GATEWAYS, installPeers, OURS } from '../gateway/gateways.ts';
import { pin } from '../gateway/process-figures.ts';
import { markdown, setting } from '../gateway/report.ts';
import { COMMIT_HEAD, commitToClients } from './commit.ts';
import { DASHBOARD_HEAD, dashboard, STALENESS_HEAD } from './dashboard.ts';
import { FAN_OUT_HEAD, fanOut } from './fan-out.ts';
import { ORDER_HEAD, order } from './order.ts';

/** `npm run bench -- live`: what subscribers and the cache cost, and how old an answer can be. Nothing here passes or fails by time. */
const PARTS = ['fan-out', 'order', 'commit', 'dashboard'];
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: PARTS },
    subscribers: { type: 'string', default: '10000' },
    seconds: { type: 'string' },
    json: { type: 'string' },
  },
});
const subscribers = Number(options.subscribers);
const seconds = (usual: number): number => Number(options.seconds ?? usual);
const isWanted = (part: string): boolean => options.only.includes(part);
if (options.only.some((part) => !PARTS.includes(part)) || !(subscribers >= 1) || !(seconds(1) > 0)) {
  console.error(`npm run bench -- live [--only ${PARTS.join('|')}] [--subscribers 10000] [--seconds N] [--json FILE]`);
  process.exit(1);
}

const figures: Record<string, unknown> = { setting: setting() };
function show(title: string, head: string[], rows: string[][]): void {
  console.log(`\n### ${title}\n\n${markdown([head, head.map(() => '---'), ...rows])}`);
  figures[title] = { head, rows };
  if (options.json) writeFileSync(options.json, JSON.stringify(figures, null, 2));
}

console.log(
  Object.entries(setting())
    .map(([name, fact]) => `- ${name}: ${fact}`)
    .join('\n'),
);

if (isWanted('fan-out')) {
  installPeers();
  const hive = GATEWAYS.find(({ name }) => name.startsWith('Hive'));
  const few = Math.min(1_000, subscribers);
  if (CORES) pin(process.pid, CORES.others);
  const rows = [await fanOut(OURS, few), ...(hive ? [await fanOut(hive, few)] : []), await fanOut(OURS, subscribers)];
  show('fan-out: one document, one event a second', FAN_OUT_HEAD, rows);
}
if (isWanted('order'))
  show('order: 100 events a second', ORDER_HEAD, [await order(seconds(60), false), await order(seconds(10), true)]);
if (isWanted('commit')) {
  const hub = new Hub();
  hub.environment.RATE_PER_SECOND = '0';
  await hub.start();
  const row = await commitToClients(hub, subscribers).finally(() => hub.remove());
  show('commit: one document on a whole hub', COMMIT_HEAD, [row]);
}
if (isWanted('dashboard')) {
  const [off, on] = [await dashboard(0, seconds(10)), await dashboard(64, seconds(10))];
  show('dashboard: ten tiles on a whole hub, 20 readers', DASHBOARD_HEAD, [...off.rows, ...on.rows]);
  show('staleness', STALENESS_HEAD, on.staleness);
}
