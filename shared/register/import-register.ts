import type { EntityManager } from '@mikro-orm/postgresql';
import type { OwnedRow } from '../database/owned-row.ts';
import { PlacedRow } from '../database/placed-row.ts';
import { DomainError, Invalid } from '../errors/domain-error.ts';
import { echo } from '../errors/echo.ts';
import { record } from '../events/record.ts';
import { toGlobalId } from '../global-id/global-id.ts';
import { assertOwn } from '../write/assert-own.ts';
import { uniqueBy } from '../write/write.ts';
import { type Reference, referenceOf, toUuid } from './column.ts';
import { ImportReport, mostProblems, type RowProblem, type RowReference } from './import-report.ts';
import { KEY } from './key.ts';
import { type Row, readRows } from './read-rows.ts';
import { propertyOf, type ReadyRow, type Register } from './register.ts';

const UNIQUE_VIOLATION = '23505';
const EXCLUSION_VIOLATION = '23P01';

/**
 * Stores a partner's register: all of it in one transaction, or nothing and every bad row with its reason.
 * A row whose `partner/key` was imported before is changed, never doubled; rows that the file lacks stay.
 */
export async function importRegister<T extends OwnedRow>(
  root: EntityManager,
  register: Register<T>,
  partner: string,
  csv: string,
): Promise<ImportReport> {
  if (!KEY.test(partner)) {
    throw new Invalid(`"${echo(partner)}" is no partner's key: lower-case letters, digits and hyphens.`, {
      field: 'partner',
    });
  }
  const { rows, problems } = readRows(partner, register.columns, csv);
  const report = new ImportReport();

  await root.transactional(async (em) => {
    await em.execute('select pg_advisory_xact_lock(hashtext(?))', [`import ${register.name}`]);
    const owners = await findHere(em, register, rows, problems);
    const ready = await buildRows(em, register, partner, rows, owners, problems);
    if (problems.length === 0 && register.check) problems.push(...(await register.check(em, ready)));
    if (problems.length > 0) return em.clear();

    for (const { row } of ready) em.persist(row);
    const changes = changesOf<T>(em);
    report.added = changes.filter(({ change }) => change === 'added').length;
    report.changed = changes.length - report.added;
    report.unchanged = ready.length - changes.length;
    for (const { row, change, before } of changes) {
      for (const event of register.events?.(row, change, before) ?? []) record(em, event);
    }
    await storeAtOnce(em).catch(namingTheConflict);
  });

  report.problems = mostProblems(problems);
  report.references = problems.length > 0 ? [] : outsideReferences(register, rows);
  return report;
}

/** Checks that rows of this subgraph that are referred to are there; gives the owner of each, by uuid. */
async function findHere<T extends OwnedRow>(
  em: EntityManager,
  register: Register<T>,
  rows: Row[],
  problems: RowProblem[],
): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const [column, { type, here }] of referencesOf(register)) {
    if (!here) continue;
    const wanted = rows.filter(({ values }) => typeof values[column] === 'string');
    const found = await em.find(here(), {
      uuid: { $in: wanted.map(({ values }) => values[column] as string) },
    });
    for (const { uuid, organisationId } of found) owners.set(uuid, organisationId);
    for (const { line, values } of wanted) {
      if (owners.has(values[column] as string)) continue;
      problems.push({
        line,
        column,
        reason: `names a row of ${type} that is not here; import that register first`,
      });
    }
  }
  return owners;
}

async function buildRows<T extends OwnedRow>(
  em: EntityManager,
  register: Register<T>,
  partner: string,
  rows: Row[],
  owners: Map<string, string>,
  problems: RowProblem[],
): Promise<ReadyRow<T>[]> {
  const keyed = rows.map((row) => ({
    ...row,
    uuid: toUuid(partner, row.key),
  }));
  const known = await em.find<OwnedRow>(register.entity, {
    uuid: { $in: keyed.map(({ uuid }) => uuid) },
  });
  const byUuid = new Map(known.map((row) => [row.uuid, row as T]));
  return keyed.map(({ line, key, uuid, values }) => {
    const row = byUuid.get(uuid) ?? new register.entity();
    const registerKey = `${partner}/${key}`;
    try {
      if (row.registerKey !== null && row.registerKey !== registerKey) {
        throw new Invalid(`is a row of another register, ${row.registerKey}`, { field: 'key' });
      }
      if (byUuid.has(uuid)) assertOwnLine(row); // before the file says whose it is from now on
      Object.assign(row, { uuid, registerKey });
      assign(row, register, values);
      row.organisationId = ownerOf(register, uuid, values, owners);
      assertOwnLine(row);
      row.assertValid();
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      problems.push({
        line,
        column: error.field ?? null,
        reason: error.message,
      });
    }
    return { line, row };
  });
}

/** Throws Invalid where the row is another organisation's than that of whoever imports, or in another territory. */
function assertOwnLine(row: OwnedRow): void {
  try {
    assertOwn(row);
  } catch (error) {
    if (error instanceof DomainError) throw new Invalid(error.message);
    throw error;
  }
}

function ownerOf<T extends OwnedRow>(
  { owner }: Register<T>,
  uuid: string,
  values: Record<string, unknown>,
  owners: Map<string, string>,
): string {
  if (owner === 'self') return uuid;
  const named = values[owner] as string;
  return owner === 'organisation' ? named : (owners.get(named) ?? named); // one that is not here is a problem already
}

function assign<T extends OwnedRow>(row: T, register: Register<T>, values: Record<string, unknown>): void {
  for (const [column, kind] of Object.entries(register.columns)) {
    const value = values[column];
    if (column === 'territory' && row instanceof PlacedRow) row.placeIn(String(value));
    else Object.assign(row, { [propertyOf(column, referenceOf(kind) !== null)]: value });
  }
}

const referencesOf = <T extends OwnedRow>({ columns }: Register<T>): [string, Reference][] =>
  Object.entries(columns).flatMap(([column, kind]) => {
    const reference = referenceOf(kind);
    return reference ? [[column, reference]] : [];
  });

function outsideReferences<T extends OwnedRow>(register: Register<T>, rows: Row[]): RowReference[] {
  const references = new Map<string, RowReference>();
  for (const [column, { type, here }] of referencesOf(register)) {
    if (here) continue;
    for (const { line, values } of rows) {
      if (typeof values[column] !== 'string') continue;
      const id = toGlobalId(type, values[column]);
      if (!references.has(id)) references.set(id, { line, column, id });
    }
  }
  return [...references.values()];
}

/** What the next flush will store, in the order of the file. */
function changesOf<T extends OwnedRow>(em: EntityManager) {
  const work = em.getUnitOfWork();
  work.computeChangeSets();
  return work.getChangeSets().map(({ entity, type, originalEntity }) => ({
    row: entity as T,
    change: type === 'create' ? ('added' as const) : ('changed' as const),
    before: (originalEntity ?? {}) as Readonly<Partial<T>>,
  }));
}

/** Rows of one file may change places, so what must be unique is judged when all of them are stored. */
async function storeAtOnce(em: EntityManager): Promise<void> {
  await em.execute('set constraints all deferred');
  await em.flush();
  await em.execute('set constraints all immediate');
}

/** Uniqueness is the database's to judge. */
function namingTheConflict(error: unknown): never {
  const { code } = error as { code?: string };
  if (code !== UNIQUE_VIOLATION && code !== EXCLUSION_VIOLATION) throw error;
  throw new DomainError('CONFLICT', `Two rows may not share a value that is unique: ${uniqueBy(error)}.`);
}
