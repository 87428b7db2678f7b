import { setTimeout as sleep } from 'node:timers/promises';
import { OURS, start } from '../gateway/gateways.ts';
import { cpuMs, family, memory } from '../gateway/process-figures.ts';
import { percentiles } from './percentiles.ts';
import { Subscribers } from './subscribers.ts';
import { document, serveTicks } from './ticks.ts';

export const ORDER_HEAD = [
  'each event is for',
  'subscribers',
  'documents',
  'events',
  'lost',
  'doubled',
  'out of order',
  'event to last client, p50 / p99 ms',
  'CPU, share of a core',
  'RSS MB, end / peak',
];

const SUBSCRIBERS = 1_000;
const DOCUMENTS = 100;
const TENTHS = 10;
const PER_SECOND = 100;
const PATIENCE_MS = 60_000;

/** Many documents and a steady stream of events: whether each client gets each of them once and in order. */
export async function order(seconds: number, isForAll: boolean): Promise<string[]> {
  const documentOf = (client: number): string => {
    const number = client % DOCUMENTS;
    return document(number, isForAll ? undefined : number % TENTHS);
  };
  const ticks = await serveTicks();
  const running = await start(OURS, ticks.folder, 'on');
  try {
    const clients = new Subscribers(/"number":(\d+)/);
    await clients.open(
      running.url,
      Array.from({ length: SUBSCRIBERS }, (_, i) => documentOf(i)),
    );
    const pids = family(running.pid);
    const cpu = cpuMs(pids);
    const sent: number[] = [];
    const began = performance.now();
    for (let number = 0; number < seconds * PER_SECOND; number++) {
      await sleep(Math.max(0, began + (number * 1_000) / PER_SECOND - performance.now()));
      sent.push(Date.now());
      ticks.tick(number);
    }
    const took = performance.now() - began;
    const share = (cpuMs(pids) - cpu) / took;
    const limit = Date.now() + PATIENCE_MS;
    const expected = isForAll ? sent.length : sent.length / TENTHS;
    const isComplete = () => clients.sequences.every((sequence) => sequence.length >= expected);
    while (!isComplete() && Date.now() < limit) await sleep(100);

    const { nowMb, peakMb } = memory(pids);
    const lags = sent.map((at, number) => (clients.arrivals.get(number)?.last ?? Number.NaN) - at);
    const total = (count: (sequence: number[]) => number): string =>
      String(clients.sequences.reduce((sum, sequence) => sum + count(sequence), 0));
    clients.close();
    return [
      isForAll ? 'all documents' : 'a tenth of the documents',
      String(SUBSCRIBERS),
      String(DOCUMENTS),
      String(sent.length),
      total((sequence) => expected - new Set(sequence).size),
      total((sequence) => sequence.length - new Set(sequence).size),
      total((sequence) => sequence.filter((number, i) => number < (sequence[i - 1] ?? 0)).length),
      percentiles(lags),
      share.toFixed(2),
      `${nowMb.toFixed(0)} / ${peakMb.toFixed(0)}`,
    ];
  } finally {
    await running.stop();
    ticks.close();
  }
}
