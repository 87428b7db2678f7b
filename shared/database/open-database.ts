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

export interface DatabaseOptions {
  /** The subgraph's; its entity managers have it as `em.name`, and its events as their source. */
  name: string;
  url: string;
  entities: EntityClass<unknown>[];
  migrations: Constructor<Migration>[];
  /** Makes the schema that shows the rows; what a write touches in it is told. */
  build?: () => Promise<SubgraphSchema>;
  touches?: TouchRule[];
  /** Whom rows are about; no write to them is committed that is not logged. */
  people?: People | undefined;
  /** Hears each statement before it runs. For tests that count them. */
  onStatement?: (sql: string) => void;
}

/** Connects, and brings the database, with the tables that every subgraph has, to the newest migration. */
export async function openDatabase({
  name,
  url,
  entities,
  migrations,
  build,
  touches = [],
  people,
  onStatement,
}: DatabaseOptions): Promise<MikroORM> {
  const shared = [...EVENT_TABLES.migrations, CreateIdempotencyTable];
  const served = await build?.();
  const orm = await MikroORM.init({
    clientUrl: url,
    contextName: name,
    entities: [...entities, ...EVENT_TABLES.entities],
    // the access log comes last: whoever appends to it waits for nobody else's locks any more
    subscribers: [
      ...(served ? [new TouchSubscriber(served.schema, touches)] : []),
      ...(people ? [new WriteSubscriber(people)] : []),
    ],
    extensions: [Migrator],
    migrations: { migrationsList: [...migrations, ...shared], snapshot: false, silent: true },
    schemaGenerator: { ignoreTriggers: true }, // they are the migrations' own
    pool: { min: 0, max: 10 },
    driverOptions: { onPoolCreated: takeBackLost },
    ...(onStatement ? { debug: ['query'], colors: false, logger: onStatement } : {}),
  });
  await orm.migrator.up();
  return orm;
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
    client.once('end', () => setTimeout(() => lent.has(client) && client.release(true), 1000));
  });
}
