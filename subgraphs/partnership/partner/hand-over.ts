import type { EntityManager } from '@mikro-orm/postgresql';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findNamed } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { keepersOf } from '../partnership/keepers.ts';
import { lockPartnership } from '../partnership/lock-partnership.ts';
import { recordPartner } from './partner.events.ts';
import type { HandOverLeadershipInput } from './partner.inputs.ts';
import { Partner, PartnerStatus } from './partner.ts';
import { PartnerRole } from './partner-role.ts';

/** Who leads changes in one transaction; when who led stays on record, in the rows of both. */
export async function handOver(em: EntityManager, input: HandOverLeadershipInput): Promise<Partner> {
  const leader = await findRowToEdit(em, Partner, input, (row) => keepersOf(em, row));
  const heir = await findNamed(em, Partner, 'to', input.to);
  await lockPartnership(em, leader.partnershipId);
  await em.refresh(heir);
  const { uuid, partnershipId, memberId } = leader;
  const others = await em.find(Partner, { uuid: { $ne: uuid }, partnershipId, memberId, until: null });

  const on = input.on ?? today();
  const next = leader.handOver(heir, on);
  const kept = keepFormerLeader(leader, others, input, on);
  recordPartner(em, leader);
  await em.flush(); // the database knows one leader at a time, so the one goes before the other comes
  for (const partner of kept ? [kept, next] : [next]) {
    em.persist(partner);
    recordPartner(em, partner);
  }
  await asSystem(() => em.flush()); // whoever hands it over leads no more
  return next;
}

/** The row with which a former leader stays a partner; null where it has another role already and wants no more. */
function keepFormerLeader(
  leader: Partner,
  others: Partner[],
  { formerLeaderRole: role, formerLeaderDuties: duties }: HandOverLeadershipInput,
  on: string,
): Partner | null {
  if (role == null) {
    if (others.some(({ status }) => status === PartnerStatus.ACCEPTED)) return null;
    throw new Invalid('The leader has no other role. Say in `formerLeaderRole` what it is from now on.', {
      field: 'formerLeaderRole',
    });
  }
  if (role === PartnerRole.LEADER) {
    throw new Invalid('The former leader leads no more. Give it another role.', { field: 'formerLeaderRole' });
  }
  if (duties == null) {
    throw new Invalid('A partner has duties. Say in `formerLeaderDuties` what they are.', {
      field: 'formerLeaderDuties',
    });
  }
  const same = others.find((other) => other.role === role);
  if (same) {
    const message = `The leader is ${same.status} as ${role} already. Leave \`formerLeaderRole\` out, or take another.`;
    throw new DomainError('CONFLICT', message, { id: same.id });
  }
  return leader.alsoAs(role, duties, on);
}
