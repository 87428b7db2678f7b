import 'reflect-metadata';
import { v4 } from 'uuid';
import { AgreementParty } from '../../subgraphs/partnership/agreement-party/agreement-party.ts';
import {
  DataCategory,
  DataSharingAgreement,
  SharingPurpose,
} from '../../subgraphs/partnership/data-sharing-agreement/data-sharing-agreement.ts';
import { Exchange } from '../../subgraphs/partnership/exchange/exchange.ts';
import { Organisation } from '../../subgraphs/partnership/organisation/organisation.ts';
import { Partner, PartnerStatus } from '../../subgraphs/partnership/partner/partner.ts';
import { PartnerRole } from '../../subgraphs/partnership/partner/partner-role.ts';
import { Sector } from '../../subgraphs/partnership/partner/sector.ts';
import { Partnership, PartnershipStatus } from '../../subgraphs/partnership/partnership/partnership.ts';
import { Replication } from '../../subgraphs/partnership/replication/replication.ts';

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

/** An agreement, and the rows that bind its parties. */
export function agreement(of: Partnership, parties: Partner[], facts: Partial<DataSharingAgreement> = {}) {
  const row = Object.assign(new DataSharingAgreement(), {
    organisationId: of.organisationId,
    partnershipId: of.uuid,
    purpose: SharingPurpose.STATISTICS,
    categories: [DataCategory.COUNTS],
    since: of.since,
    ...facts,
  });
  const bound = parties.map(({ uuid }) =>
    Object.assign(new AgreementParty(), {
      organisationId: of.organisationId,
      agreementId: row.uuid,
      partnerId: uuid,
    }),
  );
  return { row, rows: [row, ...bound] };
}

/** One that is considered. */
export function replication(of: Partnership, territory: string, facts: Partial<Replication> = {}): Replication {
  const row = Object.assign(new Replication(), {
    organisationId: of.organisationId,
    partnershipId: of.uuid,
    consideredOn: '2023-01-01',
    ...facts,
  });
  row.placeIn(territory);
  return row;
}

export const exchange = (of: Partnership, title: string, facts: Partial<Exchange> = {}): Exchange =>
  Object.assign(new Exchange(), {
    organisationId: of.organisationId,
    partnershipId: of.uuid,
    title,
    foreignPartner: 'Verein Werkstatt',
    country: 'DE',
    topic: 'Workshops',
    since: '2006-05-08',
    ...facts,
  });
