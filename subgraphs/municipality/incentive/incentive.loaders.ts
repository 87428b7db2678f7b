import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { Incentive } from './incentive.ts';

const OLDEST_FIRST = { entity: Incentive, order: [{ property: 'awardedOn' }] };

export const incentiveLoaders = (em: EntityManager) => ({
  incentiveById: rowById(em, Incentive),
  incentivesByManufactory: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, OLDEST_FIRST, 'manufactoryId', page),
  ),
  incentivesByParentInstitution: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, OLDEST_FIRST, 'parentInstitutionId', page),
  ),
  incentivesByScheme: loadersByArguments((page: PageRequest) => pagesByKey(em, OLDEST_FIRST, 'schemeId', page)),
});
