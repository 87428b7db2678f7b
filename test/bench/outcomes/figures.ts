import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../infra/postgres/postgres.ts';
import { selectionOf } from '../../../subgraphs/outcomes/observation/selection.ts';
import { percentile } from '../live/percentiles.ts';
import { OutcomesDatabase, TERRITORIES } from './outcomes-database.ts';
import { Random } from './random.ts';
import { SyntheticEurope } from './synthetic-europe.ts';

export const FIGURES_HEAD = ['municipalities', 'read from', 'rows', 'reads', 'p50 ms', 'p99 ms'];

const SUBMISSION = '00000000-0000-4000-8000-000000000002';
const COLUMNS = 111;
const READS = 2_000;
/** Reads of the facts take so much longer that fewer have to do. */
const FACT_READS = 200;

/** Facts as the migration keeps them, without what they refer to. */
const TABLES = `
  create table figure (submission_id uuid not null, indicator text not null, category text not null default '',
    territory_code text not null, value bigint not null, basis text not null,
    primary key (submission_id, indicator, category, territory_code));
  create table place (code text primary key, path text collate "C" not null, level text not null, is_leaf boolean not null);
  create index on place (path);`;

/** One figure of a territory, summed over what was counted in it: without protection, and of one column of 111. */
const FACTS = `select territory.code, sum(value) from place territory
  join place inner_place on inner_place.path like territory.path || '%' and inner_place.is_leaf
  join figure on figure.territory_code = inner_place.code
  where territory.code = $1 and submission_id = '${SUBMISSION}' and indicator = $2 and category = '' group by territory.code`;

/** What reading costs, of territories of all levels alike, in a PostgreSQL server of its own. */
export async function readFigures(share: number): Promise<string[][]> {
  const home = mkdtempSync(path.join(tmpdir(), 'bench-outcomes-'));
  const postgres = await startPostgres({ home, password: 'bench', disposable: true });
  try {
    const europe = new SyntheticEurope(share, 'bench');
    const measured = [...(await readPublished(postgres.adminUrl, europe)), await readFacts(postgres.adminUrl, europe)];
    return measured.map(([from, rows, took]) => [
      String(europe.municipalities),
      from,
      rows,
      String(took.length),
      ...[0.5, 0.99].map((part) => percentile(took, part).toFixed(2)),
    ]);
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** From where, from how many rows, and how long each read took. */
type Measured = [from: string, rows: string, took: number[]];

async function readPublished(adminUrl: string, europe: SyntheticEurope): Promise<Measured[]> {
  const database = await OutcomesDatabase.fill(adminUrl, europe);
  try {
    const rows = await database.rows();
    const pick = pickBy('published', TERRITORIES);
    const measured: Measured[] = [['row of known release', rows, await timed(READS, () => database.lookUp(pick()))]];
    for (const [name, indicators] of [
      ['one indicator', ['EECO01']],
      ['all indicators', null],
    ] as const) {
      const selection = selectionOf('PEOPLE', indicators, null);
      database.statements.length = 0;
      const took = await timed(READS, () => database.outcomesOf(pick(), selection));
      measured.push(
        [`\`Territory.outcomes\`, ${name}: SQL`, rows, database.statements.slice(-READS)],
        [`\`Territory.outcomes\`, ${name}`, rows, took],
      );
    }
    return measured;
  } finally {
    await database.close();
  }
}

async function readFacts(adminUrl: string, europe: SyntheticEurope): Promise<Measured> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(TABLES);
    await fill(client, europe);
    const pick = pickBy('facts', europe.tree);
    const random = new Random('columns');
    const took = await timed(FACT_READS, () =>
      client.query(FACTS, [pick(), `I${Math.floor(random.next() * COLUMNS)}`]),
    );
    const { rows } = await client.query<{ count: string }>('select count(*) from figure');
    return ['facts: one column', rows[0]?.count ?? '', took];
  } finally {
    await client.end();
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
    `insert into figure select $1, 'I' || n, '', code, abs(hashtext(code || n) % 500), 'MEASURED'
       from place, generate_series(1, ${COLUMNS}) as n where is_leaf and abs(hashtext(code)) % 10 < 4`,
    [SUBMISSION],
  );
  await client.query('vacuum analyze');
}

/** Codes at random, those of each level as often as those of others. */
function pickBy(seed: string, territories: readonly { code: string; level: string }[]): () => string {
  const levels = [...Map.groupBy(territories, ({ level }) => level).values()];
  const random = new Random(seed);
  const one = <T>(from: readonly T[]): T | undefined => from[Math.floor(random.next() * from.length)];
  return () => one(one(levels) ?? [])?.code ?? 'EU';
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
