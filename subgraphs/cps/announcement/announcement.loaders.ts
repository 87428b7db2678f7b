import type { EntityManager } from '@mikro-orm/postgresql';
import { rowById } from '../../../shared/database/loaders.ts';
import { Announcement } from './announcement.ts';

export const announcementLoaders = (em: EntityManager) => ({
  announcementById: rowById(em, Announcement),
});
