import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { Need } from './need.ts';

export const needLoaders = (em: EntityManager) => ({
  needById: rowById(em, Need),
  needsByConsultation: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: Need, order: [{ property: 'voicedOn' }] }, 'consultationId', page),
  ),
});
