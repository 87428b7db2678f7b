import 'reflect-metadata';
import { v4 } from 'uuid';
import { Organisation } from '../../subgraphs/partnership/organisation/organisation.ts';
import { Partner, PartnerStatus } from '../../subgraphs/partnership/partner/partner.ts';
import { PartnerRole } from '../../subgraphs/partnership/partner/partner-role.ts';
import { Sector } from '../../subgraphs/partnership/partner/sector.ts';
import { Partnership, PartnershipStatus } from '../../subgraphs/partnership/partnership/partnership.ts';

export function organisation(name: string, facts: Partial<Organisation> = {}, territory = 'PL_1261011'): Organisation {
  const row = Object.assign(new Organisation(), { name, ...facts });
  row.organisationId = row.uuid;
  row.placeIn(territory);
  return row;
}

/** One that is active. */
export function partnershipIn(
  territory: string,
  name: string,
  since = '2004-07-01',
  facts: Partial<Partnership> = {},
): Partnership {
  const row = Object.assign(new Partnership(), {
    name,
    problem: 'Unemployment',
    status: PartnershipStatus.ACTIVE,
    since,
    activeSince: since,
    organisationId: v4(),
    ...facts,
  });
  row.placeIn(territory);
  return row;
}

export const FORMING = { status: PartnershipStatus.FORMING, activeSince: null };
export const ENDED = { status: PartnershipStatus.ENDED, until: '2008-03-31' };

/** One that has accepted. */
export const partner = (
  of: Partnership,
  member: Organisation,
  role = PartnerRole.PARENT_INSTITUTION,
  facts: Partial<Partner> = {},
): Partner =>
  Object.assign(new Partner(), {
    partnershipId: of.uuid,
    memberId: member.uuid,
    organisationId: of.organisationId,
    sector: Sector.PUBLIC,
    role,
    status: PartnerStatus.ACCEPTED,
    duties: 'Hosts',
    since: of.since,
    ...facts,
  });

export const INVITED = { status: PartnerStatus.INVITED };
export const RELEASED = { status: PartnerStatus.RELEASED, until: '2008-03-31', reason: 'It closed.' };
