import type {
  EntityManager,
  EventArgs,
  EventSubscriber,
  FlushEventArgs,
  TransactionEventArgs,
  UnitOfWork,
} from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import { asSystem } from '../database/row-security/on-behalf.ts';
import { OutboxEvent } from '../events/outbox-event.ts';
import { Changes } from './changes.ts';
import { type GraphRows, graphRows } from './graph-rows.ts';
import { tellRequest } from './request-touches.ts';
import { keepPosition, tellTouched } from './tell-touched.ts';
import type { TouchRule } from './touch-rule.ts';
import type { Touched } from './touched.ts';

/** Sees to it that every transaction that changes what the graph shows leaves one event that tells what it touched. */
export class TouchSubscriber implements EventSubscriber {
  readonly #schema: GraphQLSchema;
  readonly #rules: readonly TouchRule[];
  readonly #changes = new WeakMap<UnitOfWork, Changes>();
  readonly #told = new WeakMap<UnitOfWork, Touched>();
  #rows: GraphRows | undefined;

  constructor(schema: GraphQLSchema, rules: readonly TouchRule[]) {
    this.#schema = schema;
    this.#rules = rules;
  }

  async onFlush({ em, uow }: FlushEventArgs): Promise<void> {
    const sets = uow.getChangeSets();
    if (sets.length === 0) return;
    const changes = this.#changesOf(em, uow);
    for (const set of sets) changes.add({ ...set, name: set.meta.className, entity: set.entity });
    if (changes.position === null && sets.some(({ entity }) => entity instanceof OutboxEvent)) {
      changes.position = await keepPosition(em as EntityManager);
    }
  }

  /** An upsert does not know what the row was before, so it could not tell all that it touched. */
  beforeUpsert({ em, meta }: EventArgs<object>): void {
    if (!this.#rowsOf(em).shown.has(meta.className)) return;
    throw new Error(
      `The graph shows ${meta.className}: find the row or make it, and persist it, in place of an upsert.`,
    );
  }

  async beforeTransactionCommit({ em, uow, transaction }: TransactionEventArgs): Promise<void> {
    const changes = uow && this.#changes.get(uow);
    if (!changes || !transaction) return;
    this.#changes.delete(uow);
    if (changes.isEmpty) return;
    // whoever writes need not see all that their write touches
    const touched = await asSystem(() => tellTouched(em as EntityManager, transaction, this.#rowsOf(em), changes));
    this.#told.set(uow, touched);
  }

  afterTransactionCommit({ uow }: TransactionEventArgs): void {
    const touched = uow && this.#told.get(uow);
    if (!touched) return;
    this.#told.delete(uow);
    tellRequest(touched);
  }

  afterTransactionRollback({ uow }: TransactionEventArgs): void {
    if (!uow) return;
    this.#changes.delete(uow);
    this.#told.delete(uow);
  }

  #changesOf(em: FlushEventArgs['em'], uow: UnitOfWork): Changes {
    const changes = this.#changes.get(uow) ?? new Changes(this.#rowsOf(em));
    this.#changes.set(uow, changes);
    return changes;
  }

  #rowsOf(em: FlushEventArgs['em']): GraphRows {
    this.#rows ??= graphRows(em.getMetadata(), this.#schema, this.#rules);
    return this.#rows;
  }
}
