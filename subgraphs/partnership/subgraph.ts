import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { type Context, createContext } from './context.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { NodeResolver } from './node/node.resolver.ts';
import { stubs } from './node/node.stubs.ts';
import { organisationRegister } from './organisation/organisation.register.ts';
import { OrganisationResolver, resolveOrganisation } from './organisation/organisation.resolver.ts';
import { Organisation } from './organisation/organisation.ts';
import { partnerRegister } from './partner/partner.register.ts';
import { PartnerResolver, resolvePartner } from './partner/partner.resolver.ts';
import { Partner } from './partner/partner.ts';
import { partnershipRegister } from './partnership/partnership.register.ts';
import { PartnershipResolver, resolvePartnership } from './partnership/partnership.resolver.ts';
import { Partnership } from './partnership/partnership.ts';

/** The leader's part of the graph: who works together, for whom, and since when. Start reading here. */
export const partnership: Subgraph<Context> = {
  name: 'partnership',
  entities: [Organisation, Partnership, Partner],
  migrations: [CreateTables],
  createContext,
  build: () =>
    buildSubgraph<Context>({
      resolvers: [
        NodeResolver,
        OrganisationResolver,
        PartnershipResolver,
        PartnerResolver,
        importResolver(organisationRegister),
        importResolver(partnershipRegister),
        importResolver(partnerRegister),
      ],
      references: { Organisation: resolveOrganisation, Partnership: resolvePartnership, Partner: resolvePartner },
      orphanedTypes: stubs,
    }),
};
