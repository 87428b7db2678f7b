import type { EntityManager } from '@mikro-orm/postgresql';
import { record } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Partner } from './partner.ts';

export const recordPartner = (em: EntityManager, { id, partnershipId, memberId, role, status }: Partner): void =>
  record(em, {
    type: 'hub.partner.changed.v1',
    subject: id,
    data: {
      partner: id,
      partnership: toGlobalId('Partnership', partnershipId),
      organisation: toGlobalId('Organisation', memberId),
      role,
      status,
    },
  });
