import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { findNamed } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { Organisation } from '../organisation/organisation.ts';
import { findKept } from '../partnership/keepers.ts';
import { lockPartnership } from '../partnership/lock-partnership.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { recordPartner } from './partner.events.ts';
import type { InvitePartnerInput } from './partner.inputs.ts';
import { Partner } from './partner.ts';
import { PartnerRole } from './partner-role.ts';

export async function invite(em: EntityManager, input: InvitePartnerInput): Promise<Partner> {
  const { uuid } = await findKept(em, input.partnershipId, false);
  const member = await findNamed(em, Organisation, 'organisationId', input.organisationId);
  const partnership = await lockPartnership(em, uuid);
  const current = await em.find(Partner, { partnershipId: uuid, until: null });

  partnership.assertGoesOn('nobody can be invited into it');
  assertFree(partnership, member, current, input);
  const on = input.on ?? today();
  if (on < partnership.since) {
    throw new Invalid(`"${partnership.name}" was founded on ${partnership.since}; nobody is invited before.`, {
      field: 'on',
    });
  }
  const partner = Object.assign(new Partner(), {
    organisationId: partnership.organisationId,
    partnershipId: uuid,
    memberId: member.uuid,
    sector: input.sector,
    role: input.role,
    duties: input.duties,
    since: on,
  });
  recordPartner(em, partner);
  return partner;
}

/** One leader, one row for each role of an organisation, and one sector for all of its roles. */
function assertFree(
  { name }: Partnership,
  member: Organisation,
  current: Partner[],
  { role, sector }: InvitePartnerInput,
): void {
  const own = current.filter(({ memberId }) => memberId === member.uuid);
  const same = own.find((partner) => partner.role === role);
  if (same) {
    const message = `"${member.name}" is ${same.status} as ${role} of "${name}" already. Invite it in another role.`;
    throw new DomainError('CONFLICT', message, { id: same.id });
  }
  const leader = current.find((partner) => partner.role === PartnerRole.LEADER);
  if (role === PartnerRole.LEADER && leader) {
    const message = `"${name}" has a leader already, who is ${leader.status}. Let the leadership be handed over instead.`;
    throw new DomainError('CONFLICT', message, { id: leader.id });
  }
  const other = own.find((partner) => partner.sector !== sector);
  if (other) {
    const message = `"${member.name}" is of the sector ${other.sector} in "${name}"; an organisation has one sector.`;
    throw new Invalid(message, { field: 'sector' });
  }
}
