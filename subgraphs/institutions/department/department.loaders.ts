import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { Department } from './department.ts';

export const departmentLoaders = (em: EntityManager) => ({
  departmentById: rowById(em, Department),
  departmentsByParent: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: Department, order: [{ property: 'name' }] }, 'parentInstitutionId', page),
  ),
});
