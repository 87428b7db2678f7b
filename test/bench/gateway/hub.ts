import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { postgresUrl } from '../../../infra/postgres/postgres.ts';
import { postgresHome } from '../../../infra/program-environment.ts';
import { readSecrets } from '../../../infra/secrets.ts';
import { Hub } from '../../kit/hub.ts';
import { bodyOf } from './ask.ts';
import { CORES } from './cores.ts';
import { load } from './load.ts';
import type { Rules } from './measure.ts';
import { median } from './median.ts';
import { commandLine, cpuMs, family, memory, pin } from './process-figures.ts';

const PARTS = ['gateway', 'subgraphs', 'PostgreSQL'] as const;
type Part = (typeof PARTS)[number];

/** Asks a whole hub, started as `npm start` does, its own first question. */
export async function askHub({ runs, seconds }: Rules) {
  const hub = new Hub();
  hub.environment.RATE_PER_SECOND = '0';
  await hub.start();
  try {
    const url = `${hub.url}graphql`;
    const body = bodyOf(readFileSync('gateway/first-question.graphql', 'utf8'));
    const first = await hub.ask(JSON.parse(body).query);
    if (first.errors) throw new Error(`The hub answers with errors: ${JSON.stringify(first.errors).slice(0, 300)}`);
    const lengths = [Buffer.byteLength(JSON.stringify(first))];
    const work = { url, bodies: [body], lengths };

    const statements = await statementsOf(hub, () => hub.ask(JSON.parse(body).query));
    await load({ ...work, seconds });
    const figures: (Record<Part, number> & { requestsPerSecond: number; p50: number; p99: number })[] = [];
    const parts = partsOf(hub);
    for (const pid of CORES ? parts.gateway : []) pin(pid, CORES?.gateway ?? '');
    for (let run = 0; run < runs; run++) {
      const before = PARTS.map((part) => cpuMs(parts[part]));
      const { requests, failed, latencies, seconds: took } = await load({ ...work, seconds });
      if (failed > 0) throw new Error(`${failed} of ${requests} answers under load were not those of the check.`);
      const [gateway = 0, subgraphs = 0, PostgreSQL = 0] = PARTS.map(
        (part, i) => (cpuMs(parts[part]) - (before[i] ?? 0)) / requests,
      );
      const at = (share: number) => latencies[Math.ceil(requests * share) - 1] ?? Number.NaN;
      figures.push({ gateway, subgraphs, PostgreSQL, requestsPerSecond: requests / took, p50: at(0.5), p99: at(0.99) });
    }
    const middle = (figure: keyof (typeof figures)[number], digits: number) =>
      median(figures.map((run) => run[figure])).toFixed(digits);
    const rss = memory(parts.gateway);
    return {
      statements,
      runs: figures,
      memory: rss,
      rows: [
        [
          'SQL statements',
          ...PARTS.map((part) => `CPU ms/request, ${part}`),
          'requests/s',
          'p50 / p99 ms',
          'gateway RSS MB',
        ],
        Array.from({ length: 7 }, () => '---'),
        [
          String(statements),
          ...PARTS.map((part) => middle(part, 2)),
          middle('requestsPerSecond', 0),
          `${middle('p50', 0)} / ${middle('p99', 0)}`,
          rss.nowMb.toFixed(0),
        ],
      ],
    };
  } finally {
    await hub.remove();
  }
}

function partsOf(hub: Hub): Record<Part, number[]> {
  const all = family(hub.starter.pid ?? 0).map((pid) => ({ pid, command: commandLine(pid) }));
  const having = (text: string) => all.filter(({ command }) => command.includes(text)).map(({ pid }) => pid);
  return {
    gateway: having('gateway/main.js'),
    subgraphs: having('subgraphs/'),
    PostgreSQL: having('postgres').filter((pid) => !having('main.js').includes(pid)),
  };
}

/** How many statements all databases log while it happens, less those of a moment in which nothing does. */
async function statementsOf(hub: Hub, act: () => Promise<unknown>): Promise<number> {
  const home = postgresHome(hub.home);
  const password = readSecrets(hub.home)?.postgresPassword ?? '';
  const admin = new pg.Client({ connectionString: postgresUrl(home, 'postgres', password, 'postgres') });
  await admin.connect();
  const log = (): number => readFileSync(path.join(home, 'postgres.log'), 'utf8').match(STATEMENT)?.length ?? 0;
  const settle = () => new Promise((resolve) => setTimeout(resolve, MOMENT_MS));
  try {
    await admin.query("ALTER SYSTEM SET log_statement = 'all'");
    await admin.query('SELECT pg_reload_conf()');
    await settle();
    const idle = log();
    await settle();
    const began = log();
    await act();
    await settle();
    return log() - began - (began - idle);
  } finally {
    await admin.query('ALTER SYSTEM RESET log_statement');
    await admin.query('SELECT pg_reload_conf()');
    await admin.end();
  }
}

const STATEMENT = /LOG: {2}(statement|execute)/g;
const MOMENT_MS = 1_000;
