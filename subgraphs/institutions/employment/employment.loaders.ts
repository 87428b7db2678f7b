import type { EntityManager } from '@mikro-orm/postgresql';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments } from '../../../shared/database/loaders.ts';
import { Employment } from './employment.ts';

export const employmentLoaders = (em: EntityManager) => ({
  employmentsByPseudonym: loadersByArguments((page: { first: number }) =>
    pagesByKey(em, { entity: Employment, order: [{ property: 'startsOn' }] }, 'hostPseudonym', page),
  ),
});
