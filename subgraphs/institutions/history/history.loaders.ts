import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments } from '../../../shared/database/loaders.ts';
import { ManufactoryTransition } from './manufactory-transition.ts';

export const historyLoaders = (em: EntityManager) => ({
  transitionsByManufactory: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: ManufactoryTransition, order: [{ property: 'atVersion' }] }, 'manufactoryId', page),
  ),
});
