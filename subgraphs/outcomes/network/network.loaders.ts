import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '../../../shared/database/loaders.ts';
import { Network } from './network.ts';

export const networkLoaders = (em: EntityManager) => ({
  networkById: rowById(em, Network),
});
