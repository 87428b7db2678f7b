import type { EntityMetadata, MetadataStorage } from '@mikro-orm/postgresql';
import pg from 'pg';
import type { RowPolicy } from '../row-policy.ts';
import { INTERNAL_TABLES } from './internal-tables.ts';
import { type GuardedTable, policiesOf } from './policies.ts';

const TABLES = `
  select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where nspname = 'public' and relkind in ('r', 'p') order by relname`;

/** Whether row-level security lets the role of the connection past, which it must not. */
const UNGUARDED = `
  select rolsuper or rolbypassrls or exists (
    select from pg_class where relnamespace = 'public'::regnamespace and pg_has_role(current_user, relowner, 'usage')
  ) as "isUnguarded", current_user as role
  from pg_roles where rolname = current_user`;

/**
 * Guards every table of a database by what is declared of it, and lets the running role do with its rows what that
 * leaves, in one transaction; to be run as the tables' owner, whenever they may have changed.
 */
export async function secureRows(
  ownerUrl: string,
  runningRole: string,
  metadata: MetadataStorage,
  declared: readonly RowPolicy[],
): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const role = owner.escapeIdentifier(runningRole);
    await owner.query('begin');
    await owner.query(`select pg_advisory_xact_lock(hashtext('secure rows'))`);
    const { rows: tables } = await owner.query<{ name: string }>(TABLES);
    const statements = tables.flatMap(({ name }) => policiesOf(guarded(name, metadata, declared), role));
    await owner.query(
      [
        ...statements,
        'revoke all on schema public from public',
        `grant usage on schema public to ${role}`,
        `grant usage on all sequences in schema public to ${role}`,
      ].join(';\n'),
    );
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}

/** Throws where policies would not hold for whoever the URL names. */
export async function assertGuarded(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const [found] = (await client.query<{ isUnguarded: boolean; role: string }>(UNGUARDED)).rows;
    if (!found?.isUnguarded) return;
    throw new Error(
      `the role "${found.role}" owns the tables, or may do as if it did, so their policies would not hold for it. Let a role own them that is used at the start alone.`,
    );
  } finally {
    await client.end();
  }
}

function guarded(tableName: string, metadata: MetadataStorage, declared: readonly RowPolicy[]): GuardedTable {
  const meta = [...metadata.getAll().values()].find((one) => !one.abstract && one.tableName === tableName);
  const policy = [...declared, ...INTERNAL_TABLES].find(
    ({ entity }) => entity === tableName || (meta !== undefined && entity === meta.class),
  );
  return { tableName, hasOwner: has(meta, 'organisationId'), hasPlace: has(meta, 'territoryPath'), policy };
}

const has = (meta: EntityMetadata | undefined, property: string): boolean =>
  meta?.properties[property as never] !== undefined;
