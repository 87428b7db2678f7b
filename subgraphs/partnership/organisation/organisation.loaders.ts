import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '../../../shared/database/loaders.ts';
import { Organisation } from './organisation.ts';

export const organisationLoaders = (em: EntityManager) => ({
  organisationById: rowById(em, Organisation),
});
