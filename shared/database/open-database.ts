import { type Migration, Migrator } from '@mikro-orm/migrations';
import { type Constructor, type EntityClass, MikroORM } from '@mikro-orm/postgresql';

export interface DatabaseOptions {
  url: string;
  entities: EntityClass<unknown>[];
  migrations: Constructor<Migration>[];
  /** Hears each statement before it runs. For tests that count them. */
  onStatement?: (sql: string) => void;
}

/** Connects, and brings the database to the newest migration. */
export async function openDatabase({ url, entities, migrations, onStatement }: DatabaseOptions): Promise<MikroORM> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
    pool: { min: 0, max: 10 },
    ...(onStatement ? { debug: ['query'], colors: false, logger: onStatement } : {}),
  });
  await orm.migrator.up();
  return orm;
}
