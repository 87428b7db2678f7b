import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { assertOwn } from '../../../shared/write/assert-own.ts';
import { findNamed } from '../../../shared/write/named-row.ts';
import { Partner, PartnerStatus } from '../partner/partner.ts';
import { PartnerRole } from '../partner/partner-role.ts';
import { lockPartnership } from './lock-partnership.ts';
import { Partnership } from './partnership.ts';

/** Who keeps the records of a partnership: the organisation that founded it, and the one that leads it now. */
export async function keepersOf(
  em: EntityManager,
  { partnershipId, organisationId }: { partnershipId: string; organisationId: string },
): Promise<string[]> {
  const where = { partnershipId, role: PartnerRole.LEADER, status: PartnerStatus.ACCEPTED };
  const leader = await em.findOne(Partner, where);
  return leader ? [organisationId, leader.memberId] : [organisationId];
}

export const keepersOfPartnership = (em: EntityManager, { uuid: partnershipId, organisationId }: Partnership) =>
  keepersOf(em, { partnershipId, organisationId });

/** Finds the partnership to which a write adds something, locked; FORBIDDEN for whoever does not keep its records. */
export async function findKept(em: EntityManager, id: string, isLocked = true): Promise<Partnership> {
  const partnership = await findNamed(em, Partnership, 'partnershipId', id, LockMode.NONE);
  assertOwn(partnership, await keepersOfPartnership(em, partnership));
  return isLocked ? lockPartnership(em, partnership.uuid) : partnership;
}
