import type { Migration } from '@mikro-orm/migrations';
import type { Constructor, EntityClass, EntityManager } from '@mikro-orm/postgresql';
import type { People } from '../access-log/people.ts';
import type { RowPolicy } from '../database/row-policy.ts';
import type { Consumer } from '../events/consumer.ts';
import type { Happenings } from '../subscription/happenings.ts';
import type { TouchRule } from '../touch/touch-rule.ts';
import type { Caller } from '../trust/caller.ts';
import type { SubgraphSchema } from './schema.ts';

/** What the context of every request carries. Nothing in it outlives the request; for a subscription, the event. */
export interface RequestContext {
  caller: Caller;
  em: EntityManager;
}

/** What a subscription's own field has as its context, for as long as the subscription lasts. */
export interface SubscriptionContext extends RequestContext {
  happenings: Happenings;
}

/** All that makes a program out of a subgraph's folder. */
export interface Subgraph<C extends RequestContext = RequestContext> {
  name: string;
  entities: EntityClass<unknown>[];
  migrations: Constructor<Migration>[];
  /** What it does when it hears of an event. */
  consumers?: Consumer[];
  /** How rows show in the graph, where entities and schema do not tell. */
  touches?: TouchRule[];
  /** Whose rows are whose, where it is not that everyone reads them and their organisation writes them. */
  rows?: RowPolicy[];
  /** Whom its rows are about; each look at them is logged. */
  people?: People;
  /** Throws, saying what to set, where the environment lacks what it needs; then it does not start. */
  assertSettings?(): void;
  /** What it does when it starts, and once a day from then on. */
  daily?(em: EntityManager): Promise<void>;
  build(): Promise<SubgraphSchema>;
  /** Called for each request, and for each event of a subscription, with an entity manager of its own. */
  createContext(em: EntityManager, caller: Caller): C;
}
