import pg from 'pg';
import { CHAINED_ROWS, type ChainedRow } from '../../shared/access-log/chain.ts';
import { type Head, type Verified, verifyChain } from '../../shared/access-log/verify-chain.ts';
import { SYSTEM_SQL } from '../../shared/database/row-security/on-behalf.ts';
import { subgraphDatabaseUrl } from '../subgraph-database.ts';
import type { SubgraphName } from '../subgraphs.ts';

/** The subgraphs that have people, and so a log of who looked at them. */
export const LOGGED = ['cps', 'institutions'] as const satisfies SubgraphName[];

const ROWS_AT_ONCE = 1000;

/** Verifies each log, also up to the heads that were noted. Gives whether all are as they were written. */
export async function verifyLogs(noted: string[], say: (line: string) => void): Promise<boolean> {
  const heads = new Map(noted.map(readHead));
  let isWhole = true;
  for (const name of LOGGED) {
    const head = heads.get(name);
    const verified = await verifyDatabase(subgraphDatabaseUrl(name), head).catch((error: Error) => error.message);
    isWhole &&= typeof verified !== 'string' && verified.bad === null;
    say(`${name.padEnd(14)}${describe(name, verified, head)}`);
  }
  return isWhole;
}

/** Reads a log from its first row on, some thousand rows at a time, as it was at one moment. */
export async function verifyDatabase(url: string, head?: Head): Promise<Verified> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(SYSTEM_SQL);
    await client.query(`declare log no scroll cursor for ${CHAINED_ROWS}`);
    return await verifyChain(rowsOf(client), head);
  } finally {
    await client.end();
  }
}

async function* rowsOf(client: pg.Client): AsyncGenerator<ChainedRow> {
  for (;;) {
    const { rows } = await client.query<ChainedRow>(`fetch ${ROWS_AT_ONCE} from log`);
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

function describe(name: SubgraphName, verified: Verified | string, noted: Head | undefined): string {
  if (typeof verified === 'string') return `the access log cannot be read: ${verified}`;
  const { rows, head, bad } = verified;
  if (bad) return `ROW ${bad.seq} IS NOT AS IT WAS WRITTEN: ${bad.reason}. The ${rows} rows before it are.`;
  const upTo = noted ? `, also up to the head that was noted` : '';
  return `${rows} rows, each as it was written${upTo}. To note: --head ${name}=${head.seq}:${head.hash}`;
}

function readHead(text: string): [string, Head] {
  const [, name = '', seq, hash = ''] = /^(\w+)=(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (LOGGED.some((one) => one === name)) return [name, { seq: Number(seq), hash }];
  throw new Error(`"${text}" is no head of an access log: it reads like cps=ROW:HASH, as \`audit verify\` wrote it.`);
}
