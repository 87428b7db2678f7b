import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../shared/trust/caller.ts';
import { ideaLoaders } from './idea/idea.loaders.ts';
import { supportCentreLoaders } from './support-centre/support-centre.loaders.ts';

/** What one request carries. Nothing in it outlives the request. */
export const createContext = (em: EntityManager, caller: Caller) => ({
  em,
  caller,
  loaders: { ...supportCentreLoaders(em), ...ideaLoaders(em) },
});

export type Context = ReturnType<typeof createContext>;
