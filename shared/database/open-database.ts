import { type Migration, Migrator } from '@mikro-orm/migrations';
import { type Constructor, type EntityClass, MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { People } from '../access-log/people.ts';
import { WriteSubscriber } from '../access-log/write-subscriber.ts';
import { EVENT_TABLES } from '../events/event-tables.ts';
import type { SubgraphSchema } from '../subgraph/schema.ts';
import type { TouchRule } from '../touch/touch-rule.ts';
import { TouchSubscriber } from '../touch/touch-subscriber.ts';
import { CreateIdempotencyTable } from '../write/idempotency.ts';
import type { RowPolicy } from './row-policy.ts';
import { assertGuarded, secureRows } from './row-security/secure-rows.ts';
import { speakOnBehalf } from './row-security/speak-on-behalf.ts';

export interface DatabaseOptions {
  /** The subgraph's; its entity managers have it as `em.name`, and its events as their source. */
  name: string;
  /** As the role that reads and writes rows within their policies. */
  url: string;
  /** As the role that owns the tables: for migrations and policies, at the start alone. */
  ownerUrl: string;
  entities: EntityClass<unknown>[];
  migrations: Constructor<Migration>[];
  /** Makes the schema that shows the rows; what a write touches in it is told. */
  build?: () => Promise<SubgraphSchema>;
  touches?: TouchRule[];
  /** Whom rows are about; no write to them is committed that is not logged. */
  people?: People | undefined;
  rows?: RowPolicy[];
  /** Hears each statement before it runs. For tests that count them. */
  onStatement?: (sql: string) => void;
}

/**
 * Brings the database, with the tables that every subgraph has, to the newest migration, guards its rows, and connects
 * as the role for which they are guarded.
 */
export async function openDatabase({ ownerUrl, rows = [], ...options }: DatabaseOptions): Promise<MikroORM> {
  const orm = await connect(options, (pool) => pool.on('connect', speakOnBehalf));
  await migrate(ownerUrl, options.migrations);
  await assertGuarded(options.url);
  await secureRows(ownerUrl, decodeURIComponent(new URL(options.url).username), orm.getMetadata(), rows);
  return orm;
}

/** Connects past all policies, as whoever owns the tables. For tests that make, and look at, what they are about. */
export const openAsOwner = ({ ownerUrl, ...options }: DatabaseOptions): Promise<MikroORM> =>
  connect({ ...options, url: ownerUrl }, () => undefined);

async function migrate(ownerUrl: string, migrations: Constructor<Migration>[]): Promise<void> {
  const all = [...migrations, ...EVENT_TABLES.migrations, CreateIdempotencyTable];
  const owner = await MikroORM.init({
    clientUrl: ownerUrl,
    entities: EVENT_TABLES.entities, // it wants some
    extensions: [Migrator],
    migrations: { migrationsList: all, snapshot: false, silent: true },
  });
  try {
    await owner.migrator.up();
  } finally {
    await owner.close();
  }
}

async function connect(
  { name, url, entities, build, touches = [], people, onStatement }: Omit<DatabaseOptions, 'ownerUrl' | 'rows'>,
  onPoolCreated: (pool: pg.Pool) => unknown,
): Promise<MikroORM> {
  const served = await build?.();
  return MikroORM.init({
    clientUrl: url,
    contextName: name,
    entities: [...entities, ...EVENT_TABLES.entities],
    // the access log comes last: whoever appends to it waits for nobody else's locks any more
    subscribers: [
      ...(served ? [new TouchSubscriber(served.schema, touches)] : []),
      ...(people ? [new WriteSubscriber(people)] : []),
    ],
    extensions: [Migrator],
    schemaGenerator: { ignoreTriggers: true }, // they are the migrations' own
    ensureDatabase: false, // it was there for the migrations
    pool: { min: 0, max: 10 },
    driverOptions: {
      onPoolCreated: (pool: pg.Pool) => {
        takeBackLost(pool);
        onPoolCreated(pool);
      },
    },
    ...(onStatement ? { debug: ['query'], colors: false, logger: onStatement } : {}),
  });
}

/**
 * Takes connections that were lost within a transaction back into the pool, which would soon have no others. Kysely
 * does so itself from 0.29.9 on (kysely-org/kysely#1990): this can go when MikroORM comes with that.
 */
function takeBackLost(pool: pg.Pool): void {
  const lent = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => lent.add(client));
  pool.on('release', (_error, client) => lent.delete(client));
  pool.on('connect', (client) => {
    client.once('end', () => setTimeout(() => lent.has(client) && client.release(true), 1000).unref());
  });
}
