import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { Exchange } from './exchange.ts';

export const exchangeLoaders = (em: EntityManager) => ({
  exchangeById: rowById(em, Exchange),
  exchangesByPartnership: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: Exchange, order: [{ property: 'since' }] }, 'partnershipId', page),
  ),
});
