import pg from 'pg';
import { hubConfig } from '../config.ts';
import { subgraphEnvironment } from '../program-environment.ts';
import { readSecrets } from '../secrets.ts';
import type { SubgraphName } from '../subgraphs.ts';

export const RETENTION_USAGE = `npm run -s hub -- retention
                               says how many records about people are due to be erased, and which partners owe an answer;
                               changes nothing`;

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
      say(`${name.padEnd(14)}${(await countIn(urlOf(name), counts)).join(', ')}`);
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
    const today = new Date().toISOString().slice(0, 10);
    const lines: string[] = [];
    for (const { of, sql } of counts) lines.push(`${(await client.query(sql, [today])).rows[0].count} ${of}`);
    return lines;
  } finally {
    await client.end();
  }
}

/** The one with which the subgraph's tables are owned, where there is one: the subgraph's own sees no people by itself. */
function urlOf(name: SubgraphName): string {
  const config = hubConfig();
  const secrets = readSecrets(config.home);
  const known = { ...(secrets ? subgraphEnvironment(name, config, secrets) : {}), ...process.env };
  const upper = name.toUpperCase();
  const url = known[`DATABASE_OWNER_URL_${upper}`] || known[`DATABASE_URL_${upper}`];
  if (url) return url;
  throw new Error(`there is no hub in ${config.home}, and DATABASE_URL_${upper} is not set.`);
}
