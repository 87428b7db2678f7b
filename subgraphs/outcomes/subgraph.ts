import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { type Context, createContext } from './context.ts';
import { DatasetResolver, resolveDataset } from './dataset/dataset.resolver.ts';
import { configuredThresholds } from './disclosure-control/configured-thresholds.ts';
import { IndicatorResolver, resolveIndicator } from './indicator/indicator.resolver.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { AddKnownLeaders } from './migrations/2026-11-28-known-leaders.ts';
import { AddReleases } from './migrations/2026-11-28-releases.ts';
import { NetworkMutations } from './network/network.mutations.ts';
import { networkRegister } from './network/network.register.ts';
import { NetworkResolver, resolveNetwork } from './network/network.resolver.ts';
import { Network } from './network/network.ts';
import { networkMemberRegister } from './network/network-member.register.ts';
import { NetworkMember } from './network/network-member.ts';
import { NetworkMembersResolver } from './network/network-members.resolver.ts';
import { ObservationResolver } from './observation/observation.resolver.ts';
import { ObservationsResolver } from './observation/observations.resolver.ts';
import { PublishedPeriodsResolver } from './observation/published-periods.resolver.ts';
import { RankedOutcomesResolver } from './observation/ranked-outcomes.ts';
import { TerritoryOutcomesResolver } from './observation/territory-outcomes.resolver.ts';
import { leaderChanged } from './partnership/known-leader.consumer.ts';
import { KnownLeader } from './partnership/known-leader.ts';
import { PublishedFigures, WithheldFigures } from './release/figure-tables.ts';
import { ReleaseMutations } from './release/release.mutations.ts';
import { ReleaseResolver, resolveRelease } from './release/release.resolver.ts';
import { ReleaseSubscription } from './release/release.subscription.ts';
import { RELEASE_TOUCHES } from './release/release.touches.ts';
import { Release } from './release/release.ts';
import { ROWS } from './rows.ts';
import { Approval } from './submission/approval.ts';
import { Figure } from './submission/figure.ts';
import { SubmissionMutations } from './submission/submission.mutations.ts';
import { ApprovalResolver, resolveSubmission, SubmissionResolver } from './submission/submission.resolver.ts';
import { Submission } from './submission/submission.ts';
import { targetRegister } from './target/target.register.ts';
import { Target } from './target/target.ts';
import { resolveTerritory, TerritoryResolver } from './territory/territory.resolver.ts';

/** The networks' part of the graph: territories, what is measured of outcomes, who gathers these, and what is published. Start reading here. */
export const outcomes: Subgraph<Context> = {
  name: 'outcomes',
  entities: [
    Network,
    NetworkMember,
    Submission,
    Figure,
    Approval,
    Release,
    PublishedFigures,
    WithheldFigures,
    Target,
    KnownLeader,
  ],
  migrations: [CreateTables, AddReleases, AddKnownLeaders],
  consumers: [leaderChanged],
  touches: [{ entity: NetworkMember }, RELEASE_TOUCHES, { entity: Target, types: ['Territory', 'Observation'] }],
  rows: ROWS,
  createContext,
  build: () => {
    configuredThresholds();
    return buildSubgraph<Context>({
      resolvers: [
        TerritoryResolver,
        NetworkResolver,
        IndicatorResolver,
        DatasetResolver,
        ReleaseResolver,
        ReleaseMutations,
        ReleaseSubscription,
        TerritoryOutcomesResolver,
        ObservationResolver,
        ObservationsResolver,
        RankedOutcomesResolver,
        PublishedPeriodsResolver,
        importResolver(networkRegister),
        NetworkMembersResolver,
        NetworkMutations,
        SubmissionResolver,
        ApprovalResolver,
        SubmissionMutations,
        importResolver(networkMemberRegister),
        importResolver(targetRegister, 'outcomes:write'),
      ],
      references: {
        Territory: resolveTerritory,
        Network: resolveNetwork,
        Submission: resolveSubmission,
        Release: resolveRelease,
        Dataset: resolveDataset,
        Indicator: resolveIndicator,
      },
    });
  },
};
