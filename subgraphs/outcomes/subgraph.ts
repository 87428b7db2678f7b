import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { type Context, createContext } from './context.ts';
import { resolveDataset } from './dataset/dataset.resolver.ts';
import { resolveIndicator } from './indicator/indicator.resolver.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { AddReleases } from './migrations/2026-11-28-releases.ts';
import { networkRegister } from './network/network.register.ts';
import { NetworkResolver, resolveNetwork } from './network/network.resolver.ts';
import { Network } from './network/network.ts';
import { NetworkMember } from './network/network-member.ts';
import { configuredThresholds } from './release/configured-thresholds.ts';
import { PublishedFigures, WithheldFigures } from './release/figure-tables.ts';
import { ReleaseMutations } from './release/release.mutations.ts';
import { ReleaseResolver, resolveRelease } from './release/release.resolver.ts';
import { ReleaseSubscription } from './release/release.subscription.ts';
import { RELEASE_TOUCHES } from './release/release.touches.ts';
import { Release } from './release/release.ts';
import { Approval } from './submission/approval.ts';
import { Figure } from './submission/figure.ts';
import { Submission } from './submission/submission.ts';
import { Target } from './target/target.ts';
import { resolveTerritory, TerritoryResolver } from './territory/territory.resolver.ts';

/** The networks' part of the graph: territories, who gathers outcomes for them, and what is published. Start reading here. */
export const outcomes: Subgraph<Context> = {
  name: 'outcomes',
  entities: [Network, NetworkMember, Submission, Figure, Approval, Release, PublishedFigures, WithheldFigures, Target],
  migrations: [CreateTables, AddReleases],
  touches: [RELEASE_TOUCHES],
  createContext,
  build: () => {
    configuredThresholds();
    return buildSubgraph<Context>({
      resolvers: [
        TerritoryResolver,
        NetworkResolver,
        ReleaseResolver,
        ReleaseMutations,
        ReleaseSubscription,
        importResolver(networkRegister),
      ],
      references: {
        Territory: resolveTerritory,
        Network: resolveNetwork,
        Release: resolveRelease,
        Dataset: resolveDataset,
        Indicator: resolveIndicator,
      },
    });
  },
};
