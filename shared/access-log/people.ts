import type { EntityManager, Transaction } from '@mikro-orm/postgresql';

/** Runs one statement, in the transaction that the log is written in. */
export type Run = <T extends object>(sql: string, params: unknown[]) => Promise<T[]>;

/** The people of a subgraph, as its access log tells of them. A person here is an id that the subgraph alone knows. */
export interface People {
  /** The types of the graph, and rows, that are about one person: each with who that is. */
  types: Readonly<Record<string, (row: never) => string>>;
  /** The datasets whose raw counts are of these people. */
  datasets: readonly string[];
  /** The person whom an argument or a reference of the federation names; null where it names none. */
  named(asked: Readonly<Record<string, unknown>>): string | null;
  /** What the log calls these people, in their order; null where nobody can tell any more. */
  pseudonymsOf(run: Run, persons: readonly string[]): Promise<(string | null)[]>;
}

export const runIn =
  (em: EntityManager, transaction?: Transaction): Run =>
  <T extends object>(sql: string, params: unknown[]) =>
    em.getConnection().execute<T[]>(sql, params, 'all', transaction);
