import type { EntityManager } from '@mikro-orm/postgresql';
import { record } from '../../../shared/events/record.ts';
import type { Partnership } from './partnership.ts';

export const recordPartnership = (em: EntityManager, { id, status, territoryCode }: Partnership): void =>
  record(em, {
    type: 'hub.partnership.changed.v1',
    subject: id,
    data: { partnership: id, status, territory: territoryCode },
  });
