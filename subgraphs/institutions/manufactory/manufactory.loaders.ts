import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, oneByKey, rowById } from '../../../shared/database/loaders.ts';
import { Manufactory } from './manufactory.ts';

export const manufactoryLoaders = (em: EntityManager) => ({
  manufactoryById: rowById(em, Manufactory),
  manufactoryByIdea: oneByKey(
    (ideas: readonly string[]) => em.find(Manufactory, { ideaId: { $in: [...ideas] } }),
    ({ ideaId }) => ideaId,
  ),
  manufactoriesByParent: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: Manufactory, order: [{ property: 'name' }] }, 'parentInstitutionId', page),
  ),
  manufactoriesByDepartment: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: Manufactory, order: [{ property: 'name' }] }, 'departmentId', page),
  ),
});
