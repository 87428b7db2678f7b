import 'reflect-metadata';
import { v4 } from 'uuid';
import { Organisation } from '../../subgraphs/partnership/organisation/organisation.ts';
import { Partner, PartnerRole, Sector } from '../../subgraphs/partnership/partner/partner.ts';
import { Partnership } from '../../subgraphs/partnership/partnership/partnership.ts';

export function organisation(name: string, facts: Partial<Organisation> = {}, territory = 'PL_1261011'): Organisation {
  const row = Object.assign(new Organisation(), { name, ...facts });
  row.organisationId = row.uuid;
  row.placeIn(territory);
  return row;
}

export function partnershipIn(territory: string, name: string, since = '2004-07-01'): Partnership {
  const row = Object.assign(new Partnership(), { name, problem: 'Unemployment', since, organisationId: v4() });
  row.placeIn(territory);
  return row;
}

export const partner = (of: Partnership, member: Organisation, role = PartnerRole.PARENT_INSTITUTION): Partner =>
  Object.assign(new Partner(), {
    partnershipId: of.uuid,
    memberId: member.uuid,
    organisationId: of.organisationId,
    sector: Sector.PUBLIC,
    role,
    duties: 'Hosts',
    since: of.since,
  });
