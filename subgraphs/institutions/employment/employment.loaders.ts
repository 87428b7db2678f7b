import type { EntityManager } from '@mikro-orm/postgresql';
import { type PartArguments, partsByKey } from '../../../shared/connection/parts-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { Employment } from './employment.ts';

export const employmentLoaders = (em: EntityManager) => ({
  employmentById: rowById(em, Employment),
  employmentsByPseudonym: loadersByArguments((part: PartArguments) =>
    partsByKey(em, { entity: Employment, order: [{ property: 'startsOn' }] }, 'hostPseudonym', part),
  ),
});
