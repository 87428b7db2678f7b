import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '../../../shared/database/loaders.ts';
import { SupportCentre } from './support-centre.ts';

export const supportCentreLoaders = (em: EntityManager) => ({
  supportCentreById: rowById(em, SupportCentre),
});
