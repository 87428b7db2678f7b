import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../infra/postgres/postgres.ts';
import { percentile } from '../live/percentiles.ts';
import { Random } from './random.ts';
import { SyntheticEurope } from './synthetic-europe.ts';

export const FIGURES_HEAD = ['municipalities', 'read from', 'rows', 'reads', 'p50 ms', 'p99 ms'];

const RELEASE = '00000000-0000-4000-8000-000000000001';
const SUBMISSION = '00000000-0000-4000-8000-000000000002';
const COLUMNS = 111;
const READS = 2_000;
/** Reads of the facts take so much longer that fewer have to do. */
const FACT_READS = 200;

/** The tables as the migration makes them, without what they refer to. */
const TABLES = `
  create table published_figures (release_id uuid not null, territory_code text not null, level text not null,
    "values" bigint[] not null, primary key (release_id, territory_code));
  create table figure (submission_id uuid not null, indicator text not null, category text not null default '',
    territory_code text not null, value bigint not null, basis text not null,
    primary key (submission_id, indicator, category, territory_code));
  create table place (code text primary key, path text collate "C" not null, level text not null, is_leaf boolean not null);
  create index on place (path);`;

/** All of a territory's figures, from the row that is published of it. */
const PUBLISHED = `select "values" from published_figures where release_id = $1 and territory_code = $2`;

/** One figure of it, summed over what was counted in it: without protection, and of one column of 111. */
const FACTS = `select territory.code, sum(value) from place territory
  join place inner_place on inner_place.path like territory.path || '%' and inner_place.is_leaf
  join figure on figure.territory_code = inner_place.code
  where territory.code = $1 and submission_id = '${SUBMISSION}' and indicator = $2 and category = '' group by territory.code`;

/** What reading costs in SQL, of territories of all levels alike, in a PostgreSQL server of its own. */
export async function readFigures(share: number): Promise<string[][]> {
  const home = mkdtempSync(path.join(tmpdir(), 'bench-outcomes-'));
  const postgres = await startPostgres({ home, password: 'bench', disposable: true });
  const client = new pg.Client({ connectionString: postgres.adminUrl });
  try {
    await client.connect();
    await client.query(TABLES);
    const europe = new SyntheticEurope(share, 'bench');
    await fill(client, europe);
    const codes = byLevel(europe);
    const random = new Random('reads');
    const pick = (): string => {
      const level = codes[Math.floor(random.next() * codes.length)] ?? [];
      return level[Math.floor(random.next() * level.length)] ?? 'EU';
    };
    const published = await timed(READS, () => client.query(PUBLISHED, [RELEASE, pick()]));
    const facts = await timed(FACT_READS, () =>
      client.query(FACTS, [pick(), `I${Math.floor(random.next() * COLUMNS)}`]),
    );
    const count = async (table: string) =>
      String((await client.query<{ count: string }>(`select count(*) from ${table}`)).rows[0]?.count);
    const row = (from: string, rows: string, took: number[]) => [
      String(europe.municipalities),
      from,
      rows,
      String(took.length),
      ...[0.5, 0.99].map((part) => percentile(took, part).toFixed(2)),
    ];
    return [
      row('published: all columns', await count('published_figures'), published),
      row('facts: one column', await count('figure'), facts),
    ];
  } finally {
    await client.end();
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function fill(client: pg.Client, { tree }: SyntheticEurope): Promise<void> {
  const paths = new Map<string, string>();
  const places = tree.map(({ code, parent, level, children }) => {
    const own = `${(parent && paths.get(parent.code)) ?? ''}${code}/`;
    paths.set(code, own);
    return { code, path: own, level, is_leaf: children.length === 0 };
  });
  await client.query(
    'insert into place select * from json_to_recordset($1) as p(code text, path text, level text, is_leaf boolean)',
    [JSON.stringify(places)],
  );
  await client.query(
    `insert into published_figures select $1, code, level,
       (select array_agg(case when (hashtext(code) + n) % 3 = 0 then null else abs(hashtext(code || n) % 5000) end)
          from generate_series(1, ${COLUMNS}) as n) from place`,
    [RELEASE],
  );
  await client.query(
    `insert into figure select $1, 'I' || n, '', code, abs(hashtext(code || n) % 500), 'MEASURED'
       from place, generate_series(1, ${COLUMNS}) as n where is_leaf and abs(hashtext(code)) % 10 < 4`,
    [SUBMISSION],
  );
  await client.query('vacuum analyze');
}

function byLevel({ tree }: SyntheticEurope): string[][] {
  return [...Map.groupBy(tree, ({ level }) => level).values()].map((nodes) => nodes.map(({ code }) => code));
}

async function timed(reads: number, read: () => Promise<unknown>): Promise<number[]> {
  for (let warm = 0; warm < 20; warm += 1) await read();
  const took: number[] = [];
  while (took.length < reads) {
    const began = performance.now();
    await read();
    took.push(performance.now() - began);
  }
  return took;
}
