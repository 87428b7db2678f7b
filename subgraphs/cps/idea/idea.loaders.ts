import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '../../../shared/database/loaders.ts';
import { Idea } from './idea.ts';

export const ideaLoaders = (em: EntityManager) => ({
  ideaById: rowById(em, Idea),
});
