import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../shared/trust/caller.ts';
import { networkLoaders } from './network/network.loaders.ts';
import { releaseLoaders } from './release/release.loaders.ts';

/** What one request carries. Nothing in it outlives the request. */
export const createContext = (em: EntityManager, caller: Caller) => ({
  em,
  caller,
  loaders: {
    ...networkLoaders(em),
    ...releaseLoaders(em, caller),
  },
});

export type Context = ReturnType<typeof createContext>;
