import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { PUBLIC } from '../service/service.ts';
import { PriceOption } from './price-option.ts';

export const priceOptionLoaders = (em: EntityManager) => ({
  priceOptionById: rowById(em, PriceOption, { serviceId: PUBLIC as object }),
  priceOptionsByService: loadersByArguments((page: PageRequest) =>
    pagesByKey(
      em,
      { entity: PriceOption, where: { withdrawnOn: null }, order: [{ property: 'label' }] },
      'serviceId',
      page,
    ),
  ),
});
