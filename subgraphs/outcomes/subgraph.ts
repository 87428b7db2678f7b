import { importResolver } from '../../shared/register/import-resolver.ts';
import { buildSubgraph } from '../../shared/subgraph/schema.ts';
import type { Subgraph } from '../../shared/subgraph/subgraph.ts';
import { type Context, createContext } from './context.ts';
import { CreateTables } from './migrations/2026-11-24-create-tables.ts';
import { AddReleases } from './migrations/2026-11-28-releases.ts';
import { NetworkMutations } from './network/network.mutations.ts';
import { networkRegister } from './network/network.register.ts';
import { NetworkResolver, resolveNetwork } from './network/network.resolver.ts';
import { Network } from './network/network.ts';
import { networkMemberRegister } from './network/network-member.register.ts';
import { NetworkMember } from './network/network-member.ts';
import { NetworkMembersResolver } from './network/network-members.resolver.ts';
import { PublishedFigures, WithheldFigures } from './release/figure-tables.ts';
import { Release } from './release/release.ts';
import { Approval } from './submission/approval.ts';
import { Figure } from './submission/figure.ts';
import { SubmissionMutations } from './submission/submission.mutations.ts';
import { ApprovalResolver, resolveSubmission, SubmissionResolver } from './submission/submission.resolver.ts';
import { Submission } from './submission/submission.ts';
import { Target } from './target/target.ts';
import { resolveTerritory, TerritoryResolver } from './territory/territory.resolver.ts';

/** The networks' part of the graph: territories, and who gathers outcomes for them. Start reading here. */
export const outcomes: Subgraph<Context> = {
  name: 'outcomes',
  entities: [Network, NetworkMember, Submission, Figure, Approval, Release, PublishedFigures, WithheldFigures, Target],
  migrations: [CreateTables, AddReleases],
  touches: [{ entity: NetworkMember }],
  createContext,
  build: () =>
    buildSubgraph<Context>({
      resolvers: [
        TerritoryResolver,
        NetworkResolver,
        NetworkMembersResolver,
        NetworkMutations,
        SubmissionResolver,
        ApprovalResolver,
        SubmissionMutations,
        importResolver(networkRegister),
        importResolver(networkMemberRegister),
      ],
      references: { Territory: resolveTerritory, Network: resolveNetwork, Submission: resolveSubmission },
    }),
};
