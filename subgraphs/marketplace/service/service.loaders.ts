import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { PUBLIC, Service } from './service.ts';

export const serviceLoaders = (em: EntityManager) => ({
  serviceById: rowById(em, Service, PUBLIC),
  /** What the community sees: no drafts. */
  servicesByManufactory: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: Service, where: PUBLIC, order: [{ property: 'name' }] }, 'manufactoryId', page),
  ),
});
