import { bodyOf, check } from './ask.ts';
import type { CannedGraph } from './canned-graph.ts';
import { type Gateway, type Running, type Sharing, start } from './gateways.ts';
import { load } from './load.ts';
import { cpuMs, family, type Memory, memory } from './process-figures.ts';
import type { Workload } from './workloads.ts';

/** One run of one gateway. */
export interface Run {
  cpuMsPerRequest: number;
  requestsPerSecond: number;
  p50: number;
  p99: number;
  callsPerRequest: number;
}

export interface Measured {
  gateway: string;
  runs: Run[];
  memory: Memory;
}

export interface Unmeasured {
  gateway: string;
  /** Why it has no figures. */
  reason: string;
}

export interface Rules {
  runs: number;
  seconds: number;
}

const WARM_UP_SECONDS = 3;

interface Entrant {
  gateway: string;
  running: Running;
  lengths: number[];
  runs: Run[];
}

/** Lets all gateways do the same work, each in turn and that again and again, so that a slow minute of the machine meets all. */
export async function compare(
  gateways: Gateway[],
  graph: CannedGraph,
  { documents }: Workload,
  sharing: Sharing,
  rules: Rules,
): Promise<(Measured | Unmeasured)[]> {
  const bodies = documents.map(bodyOf);
  const results = new Map<string, Measured | Unmeasured>();
  const entrants: Entrant[] = [];
  const fail = (gateway: string, error: unknown) =>
    results.set(gateway, { gateway, reason: error instanceof Error ? error.message : String(error) });

  for (const gateway of gateways) {
    const { name } = gateway;
    const running = await start(gateway, graph.folder, sharing).catch((error) => void fail(name, error));
    if (!running) continue;
    try {
      const lengths = await check(running.url, graph.wholeUrl, bodies);
      await load({ url: running.url, bodies, lengths, seconds: Math.min(WARM_UP_SECONDS, rules.seconds) });
      entrants.push({ gateway: name, running, lengths, runs: [] });
    } catch (error) {
      fail(name, error);
      await running.stop();
    }
  }

  for (let run = 0; run < rules.runs; run++) {
    for (const { gateway, running, lengths, runs } of entrants) {
      if (results.has(gateway)) continue;
      try {
        runs.push(await runOnce(running, graph, bodies, lengths, rules.seconds));
      } catch (error) {
        fail(gateway, error);
      }
    }
  }
  for (const { gateway, running, runs } of entrants) {
    if (!results.has(gateway)) results.set(gateway, { gateway, runs, memory: memory(family(running.pid)) });
    await running.stop();
  }
  return gateways.flatMap(({ name }) => results.get(name) ?? []);
}

async function runOnce(
  { url, pid }: Running,
  graph: CannedGraph,
  bodies: string[],
  lengths: number[],
  seconds: number,
): Promise<Run> {
  const pids = family(pid);
  const [cpuBefore, callsBefore] = [cpuMs(pids), graph.calls()];
  const loaded = await load({ url, bodies, lengths, seconds });
  const { requests, failed, latencies } = loaded;
  if (failed > 0) throw new Error(`${failed} of ${requests} answers under load were not those of the check.`);

  const percentile = (share: number): number => latencies[Math.ceil(requests * share) - 1] ?? Number.NaN;
  return {
    cpuMsPerRequest: (cpuMs(pids) - cpuBefore) / requests,
    requestsPerSecond: requests / loaded.seconds,
    p50: percentile(0.5),
    p99: percentile(0.99),
    callsPerRequest: (graph.calls() - callsBefore) / requests,
  };
}
