import 'reflect-metadata';
import { afterAll, beforeAll } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import { openAsOwner, openDatabase } from '../../shared/database/open-database.ts';
import type { OwnedRow } from '../../shared/database/owned-row.ts';
import { asCaller, asSystem } from '../../shared/database/row-security/on-behalf.ts';
import type { CloudEvent, EventType } from '../../shared/events/cloud-event.ts';
import { EVENT_TABLES } from '../../shared/events/event-tables.ts';
import { handOver } from '../../shared/events/hand-over.ts';
import { OutboxEvent } from '../../shared/events/outbox-event.ts';
import type { NewEvent } from '../../shared/events/record.ts';
import type { SubgraphSchema } from '../../shared/subgraph/schema.ts';
import type { RequestContext, Subgraph } from '../../shared/subgraph/subgraph.ts';
import { TOUCHED, type Touched } from '../../shared/touch/touched.ts';
import { type Caller, OPERATOR } from '../../shared/trust/caller.ts';
import { cloudEvent } from './events.ts';
import { testDatabases } from './postgres.ts';
import { readQuestion } from './read-question.ts';

/** A subgraph on a database of its own, without HTTP around it. */
export class SubgraphUnderTest<C extends RequestContext> {
  /** The statements since the last `ask` began. */
  sql: string[] = [];
  readonly #subgraph: Subgraph<C>;
  readonly #served: (() => Promise<SubgraphSchema>) | undefined;
  #built: SubgraphSchema;
  #asking: Caller = OPERATOR;
  /** As the owner of the tables: past all policies. */
  orm: MikroORM;
  /** As the subgraph itself has it. */
  running: MikroORM;

  /** `served` is what the graph shows, where the subgraph is asked for more than that. */
  constructor(subgraph: Subgraph<C>, served?: () => Promise<SubgraphSchema>) {
    this.#subgraph = subgraph;
    this.#served = served;
    beforeAll(() => this.#start());
    afterAll(() => Promise.all([this.orm.close(), this.running.close()]));
  }

  get schema(): GraphQLSchema {
    return this.#built.schema;
  }

  /** Makes the database hold these rows and no others; what that records is relayed to nobody. */
  async given(...rows: object[]): Promise<void> {
    const em = this.orm.em.fork();
    const guard = this.orm.em.fork();
    await guard.begin();
    await guard.execute(`select pg_advisory_xact_lock(hashtext('outbox relay'))`); // without it no relay works
    try {
      const tables = [...this.#subgraph.entities, ...EVENT_TABLES.entities].map(
        (entity) => `"${em.getMetadata().get(entity as never).tableName}"`,
      );
      await em.execute(`truncate ${tables.join()} cascade`);
      await em.persist(rows).flush();
      await em.execute('delete from outbox');
    } finally {
      await guard.rollback();
    }
  }

  /** The same, and whoever asks from now on does so for the organisation of the first row: people's rows are its alone. */
  async givenToOwner(first: OwnedRow, ...rows: object[]): Promise<void> {
    await this.given(first, ...rows);
    this.#asking = { ...OPERATOR, organisationId: first.organisationId };
  }

  async ask(source: string, variables: Record<string, unknown> = {}, caller = this.#asking): Promise<Answer> {
    this.sql = [];
    const contextValue = this.#subgraph.createContext(this.running.em.fork(), caller);
    const { document, errors } = readQuestion(this.schema, source);
    if (!document) return JSON.parse(JSON.stringify({ errors }));
    const answer = await asCaller(caller, async () =>
      execute({ schema: this.schema, document, variableValues: variables, contextValue }),
    );
    return JSON.parse(JSON.stringify(answer));
  }

  /** What was recorded since `given`, in order, beside what writes touched. */
  async events(): Promise<NewEvent<object>[]> {
    return (await this.recorded()).filter(({ type }) => type !== TOUCHED);
  }

  /** What the writes since `given` touched, one after the other. */
  async touched(): Promise<Touched[]> {
    return (await this.recorded()).filter(({ type }) => type === TOUCHED).map(({ data }) => data as Touched);
  }

  /** All of it, in order. */
  async recorded(): Promise<NewEvent<object>[]> {
    const rows = await this.orm.em.fork().find(OutboxEvent, {}, { orderBy: { position: 'asc' } });
    return rows.map(({ type, subject, data }) => ({ type: type as EventType, subject, data }));
  }

  /** Hands an event of another subgraph to the consumers; throws what it would be set aside for. */
  async deliver(event: NewEvent<object> & Partial<CloudEvent>): Promise<void> {
    await asSystem(() => handOver(this.running.em, this.#subgraph.consumers ?? [], cloudEvent(event)));
  }

  async #start(): Promise<void> {
    this.#built = await this.#subgraph.build();
    const served = (await this.#served?.()) ?? this.#built;
    const database = { ...(await testDatabases(this.#subgraph.name)), ...this.#subgraph, build: async () => served };
    this.running = await openDatabase({ ...database, onStatement: (line) => this.#hear(line) });
    this.orm = await openAsOwner(database);
  }

  #hear(line: string): void {
    if (/\b(begin|commit|savepoint)\b/.test(line)) return;
    this.sql.push(line.replace(/^\[query] /, ''));
  }
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
export type Answer = ExecutionResult<Record<string, any>>;
