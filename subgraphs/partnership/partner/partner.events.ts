import type { EntityManager } from '@mikro-orm/postgresql';
import { type NewEvent, record } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Partner } from './partner.ts';

export const partnerChanged = ({ id, partnershipId, memberId, role, status }: Partner): NewEvent<object> => ({
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

export const recordPartner = (em: EntityManager, partner: Partner): void => record(em, partnerChanged(partner));
