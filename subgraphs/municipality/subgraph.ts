import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { type Context, createContext } from './context.ts';
import { incentiveRegister } from './incentive/incentive.register.ts';
import { IncentiveResolver, resolveIncentive } from './incentive/incentive.resolver.ts';
import { Incentive } from './incentive/incentive.ts';
import { ManufactoryResolver } from './manufactory/manufactory.resolver.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { municipalityRegister } from './municipality/municipality.register.ts';
import { MunicipalityResolver, resolveMunicipality } from './municipality/municipality.resolver.ts';
import { Municipality } from './municipality/municipality.ts';
import { paymentRegister } from './payment/payment.register.ts';
import { Payment } from './payment/payment.ts';

/** The municipality's part of the graph: what it gives, and what was paid. Start reading here. */
export const municipality: Subgraph<Context> = {
  name: 'municipality',
  entities: [Municipality, Incentive, Payment],
  migrations: [CreateTables],
  createContext,
  build: () =>
    buildSubgraph<Context>({
      resolvers: [
        MunicipalityResolver,
        IncentiveResolver,
        ManufactoryResolver,
        importResolver(municipalityRegister),
        importResolver(incentiveRegister),
        importResolver(paymentRegister),
      ],
      references: {
        Municipality: resolveMunicipality,
        Incentive: resolveIncentive,
        Manufactory: (manufactory) => manufactory,
      },
    }),
};
