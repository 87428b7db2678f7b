import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '../../../shared/database/loaders.ts';
import { Erasure } from './erasure.ts';

export const erasureLoaders = (em: EntityManager) => ({ erasureById: rowById(em, Erasure) });
