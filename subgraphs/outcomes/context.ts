import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../shared/trust/caller.ts';
import { networkLoaders } from './network/network.loaders.ts';
import { networkMemberLoaders } from './network/network-member.loaders.ts';
import { observationLoaders } from './observation/observation.loaders.ts';
import { releaseLoaders } from './release/release.loaders.ts';
import { submissionLoaders } from './submission/submission.loaders.ts';
import { targetLoaders } from './target/target.loaders.ts';

/** What one request carries. Nothing in it outlives the request. */
export const createContext = (em: EntityManager, caller: Caller) => ({
  em,
  caller,
  loaders: {
    ...networkLoaders(em),
    ...networkMemberLoaders(em),
    ...submissionLoaders(em),
    ...observationLoaders(em),
    ...releaseLoaders(em),
    ...targetLoaders(em),
  },
});

export type Context = ReturnType<typeof createContext>;
