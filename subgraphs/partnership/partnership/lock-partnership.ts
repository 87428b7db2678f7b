import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { Partnership } from './partnership.ts';

/**
 * Reads a partnership as it is now, and lets no other write change it or its partners until this one is done: what
 * a rule finds out about the partners (three sectors, one leader) is still so when its change is stored. Its members
 * lock it, too, who may not change it.
 */
export const lockPartnership = (em: EntityManager, uuid: string): Promise<Partnership> =>
  asSystem(() => em.findOneOrFail(Partnership, uuid, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }));
