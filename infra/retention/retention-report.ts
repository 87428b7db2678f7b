import pg from 'pg';
import { SYSTEM_SQL } from '../../shared/database/row-security/on-behalf.ts';
import { today } from '../../shared/write/today.ts';
import { subgraphDatabaseUrl } from '../subgraph-database.ts';
import type { SubgraphName } from '../subgraphs.ts';

/** By subgraph, what is counted and how. */
const COUNTS: [SubgraphName, { of: string; sql: string }[]][] = [
  [
    'cps',
    [
      { of: 'people are due', sql: 'select count(*)::int as count from beneficiary where retain_until < $1' },
      {
        of: 'erasures are not answered after 30 days',
        sql: `select count(*)::int as count from erasure
          where hosts_status = 'ASKED' and requested_at < $1::date - interval '30 days'`,
      },
    ],
  ],
  [
    'institutions',
    [{ of: 'employments are due', sql: 'select count(*)::int as count from employment where retain_until < $1' }],
  ],
];

/** Says what the daily jobs would find at this time. Gives whether every database could be read. */
export async function reportRetention(say: (line: string) => void): Promise<boolean> {
  let isWhole = true;
  for (const [name, counts] of COUNTS) {
    try {
      say(`${name.padEnd(14)}${(await countIn(subgraphDatabaseUrl(name), counts)).join(', ')}`);
    } catch (error) {
      say(`${name.padEnd(14)}cannot be read: ${(error as Error).message}`);
      isWhole = false;
    }
  }
  return isWhole;
}

async function countIn(url: string, counts: { of: string; sql: string }[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin read only');
    await client.query(SYSTEM_SQL); // the subgraph's own role sees no people by itself
    const lines: string[] = [];
    for (const { of, sql } of counts) lines.push(`${(await client.query(sql, [today()])).rows[0].count} ${of}`);
    return lines;
  } finally {
    await client.end();
  }
}
