import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '../../../shared/database/loaders.ts';
import { Partnership } from './partnership.ts';

export const partnershipLoaders = (em: EntityManager) => ({
  partnershipById: rowById(em, Partnership),
});
