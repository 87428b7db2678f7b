import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '../../../shared/database/loaders.ts';
import { ParentInstitution } from './parent-institution.ts';

export const parentInstitutionLoaders = (em: EntityManager) => ({
  parentInstitutionById: rowById(em, ParentInstitution),
});
