import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '../../../shared/database/loaders.ts';
import { Release, ReleaseStatus } from './release.ts';

export const releaseLoaders = (em: EntityManager) => ({
  releaseById: rowById(em, Release, { status: { $in: [ReleaseStatus.PUBLISHED, ReleaseStatus.SUPERSEDED] } }),
});
