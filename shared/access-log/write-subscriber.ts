import type {
  EntityManager,
  EventSubscriber,
  FlushEventArgs,
  Transaction,
  TransactionEventArgs,
  UnitOfWork,
} from '@mikro-orm/postgresql';
import { asSystem } from '../database/row-security/on-behalf.ts';
import type { Accessed } from './access-notes.ts';
import { append } from './append.ts';
import { currentAsker } from './asking.ts';
import { type People, runIn } from './people.ts';
import { pseudonyms } from './pseudonym.ts';

/** A row about a person that a transaction writes. */
type Written = Accessed & { pseudonym: string | null };

/** Sees to it that no transaction that writes about people is committed without its rows in the access log. */
export class WriteSubscriber implements EventSubscriber {
  readonly #people: People;
  readonly #written = new WeakMap<UnitOfWork, Map<object, Written>>();

  constructor(people: People) {
    this.#people = people;
  }

  /** Before anything is written, so that whoever is erased can still be named. */
  async onFlush({ em, uow }: FlushEventArgs): Promise<void> {
    const sets = uow.getChangeSets().filter(({ meta }) => meta.className in this.#people.types);
    if (sets.length === 0) return;
    const written = this.#written.get(uow) ?? new Map<object, Written>();
    this.#written.set(uow, written);
    for (const { entity, meta, payload } of sets) {
      const type = meta.className;
      const person = this.#people.types[type]?.(entity as never) ?? null;
      const known = written.get(entity) ?? { type, person, pseudonym: null, access: 'WRITE', fields: new Set() };
      for (const field of Object.keys(payload)) known.fields.add(field);
      written.set(entity, known);
    }
    await this.#name(em as EntityManager, [...written.values()], em.getTransactionContext());
  }

  async beforeTransactionCommit({ em, uow, transaction }: TransactionEventArgs): Promise<void> {
    const written = uow && this.#written.get(uow);
    if (!written) return;
    this.#written.delete(uow);
    const rows = [...written.values()];
    await this.#name(em as EntityManager, rows, transaction);
    await asSystem(() => append(runIn(em as EntityManager, transaction), currentAsker(), rows)); // nobody may of their own accord
  }

  afterTransactionRollback({ uow }: TransactionEventArgs): void {
    if (uow) this.#written.delete(uow);
  }

  /** Finds the pseudonyms that are not known yet: of somebody new there may be none before the commit. */
  async #name(em: EntityManager, rows: Written[], transaction: Transaction | undefined): Promise<void> {
    const unnamed = rows.filter(({ pseudonym }) => pseudonym === null);
    const run = runIn(em, transaction);
    const known = await asSystem(() =>
      pseudonyms(
        this.#people,
        run,
        unnamed.map(({ person }) => person),
      ),
    );
    unnamed.forEach((row, i) => {
      row.pseudonym = known[i] ?? null;
    });
  }
}
