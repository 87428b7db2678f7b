import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Migration } from '@mikro-orm/migrations';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { v4 } from 'uuid';
import { openAsOwner, openDatabase } from '../../shared/database/open-database.ts';
import { OwnedRow } from '../../shared/database/owned-row.ts';
import { PostgresEventLog } from '../../shared/events/postgres/postgres-event-log.ts';
import { emptyEventLog, type TestEventLog } from '../kit/events.ts';
import { testDatabases } from '../kit/postgres.ts';

/** The one thing that the made-up subgraph `workshop` has. */
@Entity()
export class Task extends OwnedRow {
  @Property({ type: 'text' })
  title: string;

  @Property({ type: 'integer' })
  step = 0;
}

export const task = (title: string): Task => Object.assign(new Task(), { title, organisationId: v4() });

class CreateTask extends Migration {
  override name = 'create-task';

  override up(): void {
    this.addSql(`create table task (id uuid primary key, organisation_id uuid not null, register_key text, source text,
      version integer not null default 1, title text not null unique deferrable initially deferred, step integer not null)`);
  }
}

/** The database of the workshop and a log, both empty for each test; what a test starts ends with it. */
export class Workshop {
  /** As the role that runs a subgraph has it. */
  url: string;
  orm: MikroORM;
  #owner: MikroORM;
  place: TestEventLog;
  log: PostgresEventLog;
  readonly #running: { stop(): Promise<void> }[] = [];

  constructor() {
    beforeAll(async () => {
      const urls = await testDatabases('workshop');
      const database = { name: 'workshop', ...urls, entities: [Task], migrations: [CreateTask] };
      this.url = urls.url;
      this.orm = await openDatabase(database);
      this.#owner = await openAsOwner(database);
    });
    beforeEach(async () => {
      await this.stop();
      await this.em.execute('truncate task, outbox, inbox, inbox_position, inbox_failure');
      await this.log?.close();
      this.place = await emptyEventLog();
      this.log = new PostgresEventLog(this.place.url);
    });
    afterAll(async () => {
      await this.stop();
      await this.log.close();
      await this.orm.close();
      await this.#owner.close();
    });
  }

  /** Past all policies. */
  get em(): EntityManager {
    return this.#owner.em.fork();
  }

  run<T extends { stop(): Promise<void> }>(part: T): T {
    this.#running.push(part);
    return part;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#running.splice(0).map((part) => part.stop()));
  }

  /** Everything in the log. */
  async logged() {
    return (await this.log.read(0n, 10_000)).map(({ event }) => event);
  }
}
