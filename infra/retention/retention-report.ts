import pg from 'pg';
import { SYSTEM_SQL } from '../../shared/database/row-security/on-behalf.ts';
import { today } from '../../shared/write/today.ts';
import { subgraphDatabaseUrl } from '../subgraph-database.ts';
import type { SubgraphName } from '../subgraphs.ts';

export const RETENTION_USAGE = `npm run -s hub -- retention
                               says how many records about people are due to be erased, and how many erasures are not answered
                               after 30 days; changes nothing`;

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

/** `npm run -s hub -- retention`: what the daily jobs would find at this time. Gives the exit code: 1 where nobody could look. */
export async function reportRetention(say: (line: string) => void): Promise<number> {
  let code = 0;
  for (const [name, counts] of COUNTS) {
    try {
      say(`${name.padEnd(14)}${(await countIn(subgraphDatabaseUrl(name), counts)).join(', ')}`);
    } catch (error) {
      say(`${name.padEnd(14)}cannot be read: ${(error as Error).message}`);
      code = 1;
    }
  }
  return code;
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
