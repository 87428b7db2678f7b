import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../shared/trust/caller.ts';
import { manufactoryLoaders } from './manufactory/manufactory.loaders.ts';
import { parentInstitutionLoaders } from './parent-institution/parent-institution.loaders.ts';

/** What one request carries. Nothing in it outlives the request. */
export const createContext = (em: EntityManager, caller: Caller) => ({
  em,
  caller,
  loaders: { ...parentInstitutionLoaders(em), ...manufactoryLoaders(em) },
});

export type Context = ReturnType<typeof createContext>;
