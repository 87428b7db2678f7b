import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../shared/trust/caller.ts';
import { organisationLoaders } from './organisation/organisation.loaders.ts';
import { partnerLoaders } from './partner/partner.loaders.ts';
import { partnershipLoaders } from './partnership/partnership.loaders.ts';

/** What one request carries. Nothing in it outlives the request. */
export const createContext = (em: EntityManager, caller: Caller) => ({
  em,
  caller,
  loaders: { ...organisationLoaders(em), ...partnershipLoaders(em), ...partnerLoaders(em) },
});

export type Context = ReturnType<typeof createContext>;
