import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { agreementPartyRegister } from './agreement-party/agreement-party.register.ts';
import { AgreementParty } from './agreement-party/agreement-party.ts';
import { type Context, createContext } from './context.ts';
import { DataSharingAgreementMutations } from './data-sharing-agreement/data-sharing-agreement.mutations.ts';
import { dataSharingAgreementRegister } from './data-sharing-agreement/data-sharing-agreement.register.ts';
import {
  DataSharingAgreementResolver,
  PartnershipAgreements,
  resolveDataSharingAgreement,
} from './data-sharing-agreement/data-sharing-agreement.resolver.ts';
import { DataSharingAgreement } from './data-sharing-agreement/data-sharing-agreement.ts';
import { ExchangeMutations } from './exchange/exchange.mutations.ts';
import { exchangeRegister } from './exchange/exchange.register.ts';
import { ExchangeResolver, PartnershipExchanges, resolveExchange } from './exchange/exchange.resolver.ts';
import { Exchange } from './exchange/exchange.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { FollowPartnerships } from './migrations/2026-11-24-follow-partnerships.ts';
import { NodeResolver } from './node/node.resolver.ts';
import { stubs } from './node/node.stubs.ts';
import { OrganisationMutations } from './organisation/organisation.mutations.ts';
import { organisationRegister } from './organisation/organisation.register.ts';
import { OrganisationResolver, resolveOrganisation } from './organisation/organisation.resolver.ts';
import { Organisation } from './organisation/organisation.ts';
import { PartnerMutations } from './partner/partner.mutations.ts';
import { partnerRegister } from './partner/partner.register.ts';
import { PartnerResolver, resolvePartner } from './partner/partner.resolver.ts';
import { PartnerSubscription } from './partner/partner.subscription.ts';
import { Partner } from './partner/partner.ts';
import { PartnershipMutations } from './partnership/partnership.mutations.ts';
import { partnershipRegister } from './partnership/partnership.register.ts';
import { PartnershipResolver, resolvePartnership } from './partnership/partnership.resolver.ts';
import { Partnership } from './partnership/partnership.ts';
import { ReplicationMutations } from './replication/replication.mutations.ts';
import { replicationRegister } from './replication/replication.register.ts';
import {
  PartnershipReplications,
  ReplicationResolver,
  resolveReplication,
} from './replication/replication.resolver.ts';
import { Replication } from './replication/replication.ts';
import { ROWS } from './rows.ts';

/** The leader's part of the graph: who works together, for whom, and since when. Start reading here. */
export const partnership: Subgraph<Context> = {
  name: 'partnership',
  entities: [Organisation, Partnership, Partner, DataSharingAgreement, AgreementParty, Replication, Exchange],
  migrations: [CreateTables, FollowPartnerships],
  touches: [{ entity: AgreementParty }, { entity: Partner, shownAs: { memberId: 'organisation' } }],
  rows: ROWS,
  createContext,
  build: () =>
    buildSubgraph<Context>({
      resolvers: [
        NodeResolver,
        OrganisationResolver,
        OrganisationMutations,
        PartnershipResolver,
        PartnershipMutations,
        PartnershipAgreements,
        PartnershipReplications,
        PartnershipExchanges,
        PartnerResolver,
        PartnerMutations,
        PartnerSubscription,
        DataSharingAgreementResolver,
        DataSharingAgreementMutations,
        ReplicationResolver,
        ReplicationMutations,
        ExchangeResolver,
        ExchangeMutations,
        importResolver(organisationRegister, 'partnership:write'),
        importResolver(partnershipRegister, 'partnership:write'),
        importResolver(partnerRegister, 'partnership:write'),
        importResolver(dataSharingAgreementRegister, 'partnership:write'),
        importResolver(agreementPartyRegister, 'partnership:write'),
        importResolver(replicationRegister, 'partnership:write'),
        importResolver(exchangeRegister, 'partnership:write'),
      ],
      references: {
        DataSharingAgreement: resolveDataSharingAgreement,
        Exchange: resolveExchange,
        Organisation: resolveOrganisation,
        Partner: resolvePartner,
        Partnership: resolvePartnership,
        Replication: resolveReplication,
      },
      orphanedTypes: stubs,
    }),
};
