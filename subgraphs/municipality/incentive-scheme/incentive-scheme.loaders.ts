import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { IncentiveScheme } from './incentive-scheme.ts';

export const incentiveSchemeLoaders = (em: EntityManager) => ({
  incentiveSchemeById: rowById(em, IncentiveScheme),
  schemesByMunicipality: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: IncentiveScheme, order: [{ property: 'opensOn' }] }, 'municipalityId', page),
  ),
});
