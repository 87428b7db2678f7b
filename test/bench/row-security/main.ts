import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../../infra/postgres/postgres.ts';
import { subgraphKey } from '../../../shared/trust/signed-request.ts';
import { median } from '../gateway/median.ts';
import { markdown } from '../gateway/report.ts';
import { type Load, load } from './load.ts';
import { Market } from './market.ts';

/**
 * `npm run bench -- row-security`: what it costs a subgraph that PostgreSQL decides, for each request, which rows its
 * caller may see and write; beside the same subgraph as the tables' owner, for whom nothing is decided. Both in turns.
 */
const ROUNDS = Number(process.env.ROUNDS || 7);
const SECONDS = Number(process.env.SECONDS_EACH || 2);
const home = mkdtempSync(path.join(tmpdir(), 'hub-bench-'));
const postgres = await startPostgres({ home, password: 'bench', disposable: true });
const key = subgraphKey(randomBytes(32).toString('base64url'));
const market = await Market.open(postgres.adminUrl, key);
try {
  const rows: string[][] = [];
  for (const [name, ask] of Object.entries(market.workloads)) {
    const runs = new Map<string, Load[]>(market.subgraphs.map(({ how }) => [how, []]));
    for (let round = 0; round <= ROUNDS; round++) {
      const turns = round % 2 === 0 ? market.subgraphs : market.subgraphs.toReversed();
      for (const subgraph of turns) {
        const run = await load(subgraph, ask, SECONDS * 1000);
        if (round > 0) runs.get(subgraph.how)?.push(run); // the first is for warming up
      }
    }
    for (const [how, of] of runs) {
      rows.push([
        name,
        how,
        spread(of.map(({ perSecond }) => perSecond)),
        spread(
          of.map(({ p50 }) => p50),
          2,
        ),
        spread(
          of.map(({ p99 }) => p99),
          2,
        ),
        median(of.map(({ roundTrips }) => roundTrips)).toFixed(2),
      ]);
    }
  }
  console.log(
    `- node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}; ${ROUNDS} rounds of ${SECONDS} s each, in turns\n`,
  );
  const head = ['request', 'rows are', 'requests/s', 'p50 ms', 'p99 ms', 'round trips to PostgreSQL'];
  console.log(markdown([head, head.map(() => '---'), ...rows]));
} finally {
  await market.close();
  await postgres.stop();
  rmSync(home, { recursive: true, force: true });
}

function spread(values: number[], digits = 0): string {
  const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)].map((one) =>
    one.toFixed(digits),
  );
  return `${middle} (${least}–${most})`;
}
