import type { EntityManager, Transaction } from '@mikro-orm/postgresql';
import { v4 } from 'uuid';
import type { Changes } from './changes.ts';
import { closureSql, type Place, typesFrom } from './closure.ts';
import type { GraphRow, GraphRows } from './graph-rows.ts';
import { MOST_IDS, TOUCHED, type Touched, unique } from './touched.ts';

const POSITIONS = `pg_get_serial_sequence('outbox', 'position')`;

/** Keeps the next place in the outbox, before the events that are about to be stored. */
export async function keepPosition(em: EntityManager): Promise<string> {
  const sql = `select nextval(${POSITIONS})::text as position`;
  const [kept] = await em.getConnection().execute<{ position: string }[]>(sql, [], 'all', em.getTransactionContext());
  return (kept as { position: string }).position;
}

/** Stores the event of what a transaction touched; to be called when it is about to be committed. */
export async function tellTouched(
  em: EntityManager,
  transaction: Transaction,
  rows: GraphRows,
  changes: Changes,
): Promise<Touched> {
  const run = <T>(sql: string, params: unknown[]): Promise<T> =>
    em.getConnection().execute(sql, params, 'all', transaction) as Promise<T>;
  const touched = await touchedBy(em, rows, changes, run);
  const about = `/subgraphs/${em.name}`;
  await run(
    `insert into outbox (position, specversion, id, source, type, subject, time, datacontenttype, data)
     overriding system value
     values (coalesce(?::bigint, nextval(${POSITIONS})), '1.0', ?, ?, ?, ?, clock_timestamp(), 'application/json', ?)`,
    [changes.position, v4(), about, TOUCHED, about, JSON.stringify(touched)],
  );
  return touched;
}

type Run = <T>(sql: string, params: unknown[]) => Promise<T>;

async function touchedBy(em: EntityManager, rows: GraphRows, changes: Changes, run: Run): Promise<Touched> {
  const changed = [...changes.changed.keys()].map((type) => rows.shown.get(type) as GraphRow);
  const beneath = [...changes.shownBeneath.keys()].flatMap((type) => beneathOf(rows.shown.get(type)));
  const named = [...beneath, ...changed.flatMap(({ rule }) => rule?.types ?? [])];
  const lists = rows.told([...changed.flatMap((row) => listsOf(rows, row)), ...named]);

  await waitForMoves(changes, run);
  const seeds = await seedsOf(em, rows, changes, run);
  if (seeds.length > MOST_IDS || changed.some(({ rule }) => rule?.anywhere)) {
    const from = [...seeds.map(({ type }) => type), ...named];
    return { rows: lists, types: rows.told(typesFrom(rows, from)), ids: null };
  }
  const sql = closureSql(rows, (name) => em.getPlatform().quoteIdentifier(name));
  const places = await run<Place[]>(sql, [JSON.stringify(seeds)]);
  const ids = unique(places.filter(({ type }) => rows.told([type]).length > 0).map(({ id }) => id));
  const types = rows.told([...places.map(({ type }) => type), ...named]);
  return { rows: lists, types, ids: ids.length > MOST_IDS ? null : ids };
}

/**
 * What refers to what is read now. Where another transaction is about to change just that, one of the two waits until
 * the other is committed, and sees it: so no touch goes the old way to where an answer is already new.
 */
async function waitForMoves({ moved }: Changes, run: Run): Promise<void> {
  await run(`select pg_advisory_xact_lock${moved ? '' : '_shared'}(hashtext('${TOUCHED}'))`, []);
}

async function seedsOf(em: EntityManager, rows: GraphRows, changes: Changes, run: Run): Promise<Place[]> {
  const seeds = [...changes.changed].flatMap(([type, ids]) => [...ids].map((id): Place => ({ type, id })));
  const quote = (name: string): string => em.getPlatform().quoteIdentifier(name);
  for (const [type, ids] of changes.shownBeneath) {
    for (const child of beneathOf(rows.shown.get(type))) {
      const { table, key, references } = rows.shown.get(child) as GraphRow;
      const column = references.find((reference) => reference.type === type)?.column ?? key;
      const sql = `select ${quote(key)} as id from ${quote(table)} where ${quote(column)} = any(string_to_array(?, ',')::uuid[]) limit ?`;
      const found = await run<{ id: string }[]>(sql, [[...ids].join(), MOST_IDS + 1]);
      seeds.push(...found.map(({ id }) => ({ type: child, id })));
    }
  }
  return [...seeds, ...changes.before];
}

const beneathOf = (row: GraphRow | undefined): string[] => (row?.rule?.beneath ?? []).map(({ name }) => name);

/** A row that cannot be read itself counts for those that it refers to. */
const listsOf = (rows: GraphRows, { type, references }: GraphRow): string[] =>
  rows.told([type]).length > 0 ? [type] : references.map((reference) => reference.type);
