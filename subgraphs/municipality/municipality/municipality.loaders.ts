import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '../../../shared/database/loaders.ts';
import { Municipality } from './municipality.ts';

export const municipalityLoaders = (em: EntityManager) => ({
  municipalityById: rowById(em, Municipality),
});
