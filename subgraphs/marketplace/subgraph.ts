import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { type Context, createContext } from './context.ts';
import { ManufactoryResolver } from './manufactory/manufactory.resolver.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { serviceRegister } from './service/service.register.ts';
import { resolveService, ServiceResolver } from './service/service.resolver.ts';
import { Service } from './service/service.ts';

/** The local market's part of the graph: services of the manufactories. Start reading here. */
export const marketplace: Subgraph<Context> = {
  name: 'marketplace',
  entities: [Service],
  migrations: [CreateTables],
  createContext,
  build: () =>
    buildSubgraph<Context>({
      resolvers: [ServiceResolver, ManufactoryResolver, importResolver(serviceRegister)],
      references: { Service: resolveService, Manufactory: (manufactory) => manufactory },
    }),
};
