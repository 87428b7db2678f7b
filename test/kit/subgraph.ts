import 'reflect-metadata';
import { afterAll, beforeAll } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { type ExecutionResult, graphql } from 'graphql';
import { openDatabase } from '../../shared/database/open-database.ts';
import type { OwnedRow } from '../../shared/database/owned-row.ts';
import type { SubgraphSchema } from '../../shared/subgraph/schema.ts';
import type { RequestContext, Subgraph } from '../../shared/subgraph/subgraph.ts';
import { type Caller, OPERATOR } from '../../shared/trust/caller.ts';
import { testDatabase } from './postgres.ts';

/** A subgraph on a database of its own, without HTTP around it. */
export class SubgraphUnderTest<C extends RequestContext> {
  /** The statements since the last `ask` began. */
  sql: string[] = [];
  readonly #subgraph: Subgraph<C>;
  #built: SubgraphSchema;
  orm: MikroORM;

  constructor(subgraph: Subgraph<C>) {
    this.#subgraph = subgraph;
    beforeAll(() => this.#start());
    afterAll(() => this.orm.close());
  }

  /** Makes the database hold these rows and no others. */
  async given(...rows: OwnedRow[]): Promise<void> {
    const em = this.orm.em.fork();
    const tables = this.#subgraph.entities.map((entity) => `"${em.getMetadata().get(entity as never).tableName}"`);
    await em.execute(`truncate ${tables.join()} cascade`);
    await em.persist(rows).flush();
  }

  async ask(source: string, variables: Record<string, unknown> = {}, caller: Caller = OPERATOR): Promise<Answer> {
    this.sql = [];
    const contextValue = this.#subgraph.createContext(this.orm.em.fork(), caller);
    const answer = await graphql({ schema: this.#built.schema, source, variableValues: variables, contextValue });
    return JSON.parse(JSON.stringify(answer));
  }

  async #start(): Promise<void> {
    this.#built = await this.#subgraph.build();
    this.orm = await openDatabase({
      url: await testDatabase(this.#subgraph.name),
      ...this.#subgraph,
      onStatement: (line) => this.#hear(line),
    });
  }

  #hear(line: string): void {
    if (/\b(begin|commit|savepoint)\b/.test(line)) return;
    this.sql.push(line.replace(/^\[query] /, ''));
  }
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
export type Answer = ExecutionResult<Record<string, any>>;
