import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { Training } from './training.ts';

export const TRAINING_ORDER = [{ property: 'startsOn', descending: true }];

export const trainingLoaders = (em: EntityManager) => ({
  trainingById: rowById(em, Training),
  trainingsByManufactory: loadersByArguments(({ first, after }: PageRequest) =>
    pagesByKey(em, { entity: Training, order: TRAINING_ORDER }, 'manufactoryId', { first, after: after ?? null }),
  ),
});
