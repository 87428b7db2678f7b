import { percentile } from '../live/percentiles.ts';
import type { Ask, ServedMarket } from './market.ts';

const AT_ONCE = 8;

export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
  /** For each request. */
  roundTrips: number;
}

/** Asks for so long, eight at once; throws where an answer is not what it should be. */
export async function load(subgraph: ServedMarket, ask: Ask, milliseconds: number): Promise<Load> {
  const times: number[] = [];
  const before = subgraph.roundTrips;
  const began = performance.now();
  const worker = async (): Promise<void> => {
    while (performance.now() - began < milliseconds) {
      const asked = performance.now();
      await ask(subgraph);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - began) / 1000;
  return {
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    roundTrips: (subgraph.roundTrips - before) / times.length,
  };
}
