import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { type Context, createContext } from './context.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { networkRegister } from './network/network.register.ts';
import { NetworkResolver, resolveNetwork } from './network/network.resolver.ts';
import { Network } from './network/network.ts';
import { resolveTerritory, TerritoryResolver } from './territory/territory.resolver.ts';

/** The networks' part of the graph: territories, and who gathers outcomes for them. Start reading here. */
export const outcomes: Subgraph<Context> = {
  name: 'outcomes',
  entities: [Network],
  migrations: [CreateTables],
  createContext,
  build: () =>
    buildSubgraph<Context>({
      resolvers: [TerritoryResolver, NetworkResolver, importResolver(networkRegister)],
      references: { Territory: resolveTerritory, Network: resolveNetwork },
    }),
};
