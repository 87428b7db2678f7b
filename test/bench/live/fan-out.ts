import { setTimeout as sleep } from 'node:timers/promises';
import { type Gateway, type Running, start } from '../gateway/gateways.ts';
import { cpuMs, family, memory } from '../gateway/process-figures.ts';
import { percentiles } from './percentiles.ts';
import { idleConnections, Subscribers } from './subscribers.ts';
import { document, serveTicks, type Ticks } from './ticks.ts';

export const FAN_OUT_HEAD = [
  'gateway',
  'subscribers',
  'subscriptions upstream',
  'fetches an event',
  'event to last client, p50 / p99 ms',
  'CPU ms an event',
  'kB a subscriber, over an idle connection',
  'answers that did not come',
];

const EVENTS = 20;
const BETWEEN_MS = 1_000;
const PATIENCE_MS = 20_000;

/** Many subscribers of one document: how often it is executed, how long it takes to reach the last, what each one costs. */
export async function fanOut(gateway: Gateway, subscribers: number): Promise<string[]> {
  const ticks = await serveTicks();
  try {
    const idle = await start(gateway, ticks.folder, 'on');
    const bare = await memoryOfIdle(idle, subscribers).finally(idle.stop);
    const running = await start(gateway, ticks.folder, 'on');
    return await measure(running, ticks, subscribers, bare).finally(running.stop);
  } finally {
    ticks.close();
  }
}

async function memoryOfIdle({ url, pid }: Running, count: number): Promise<number> {
  const idle = await idleConnections(url, count);
  await sleep(BETWEEN_MS);
  const { nowMb } = memory(family(pid));
  idle.close();
  return nowMb;
}

async function measure({ name, url, pid }: Running, ticks: Ticks, count: number, bareMb: number): Promise<string[]> {
  const clients = new Subscribers(/"number":(\d+)/);
  await clients.open(
    url,
    Array.from({ length: count }, () => document(0)),
  );
  await sleep(BETWEEN_MS);
  const subscribedMb = memory(family(pid)).nowMb;
  const sent = new Map<number, number>();

  const tick = async (number: number): Promise<void> => {
    sent.set(number, Date.now());
    ticks.tick(number);
    await sleep(BETWEEN_MS);
    const limit = Date.now() + PATIENCE_MS;
    while ((clients.arrivals.get(number)?.clients ?? 0) < count && Date.now() < limit) await sleep(50);
  };
  await tick(0); // what is done once, such as the plan
  sent.clear();
  clients.arrivals.clear();
  const [cpu, fetches] = [cpuMs(family(pid)), ticks.fetches()];
  for (let number = 1; number <= EVENTS; number++) await tick(number);
  const perEvent = (cpuMs(family(pid)) - cpu) / EVENTS;
  const open = ticks.open();
  clients.close();

  const lags = [...sent].map(([number, at]) => (clients.arrivals.get(number)?.last ?? Number.NaN) - at);
  const arrived = [...clients.arrivals.values()].reduce((sum, arrival) => sum + arrival.clients, 0);
  return [
    name,
    String(count),
    String(open),
    ((ticks.fetches() - fetches) / EVENTS).toFixed(0),
    percentiles(lags),
    perEvent.toFixed(1),
    (((subscribedMb - bareMb) * 1024) / count).toFixed(1),
    String(EVENTS * count - arrived),
  ];
}
