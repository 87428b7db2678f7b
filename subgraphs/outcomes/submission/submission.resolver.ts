import { type FilterQuery, raw } from '@mikro-orm/postgresql';
import { GraphQLError } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { type Caller, hasScope, isAnonymous } from '../../../shared/trust/caller.ts';
import { uuidIn } from '../../../shared/write/named-row.ts';
import type { Context } from '../context.ts';
import { Network } from '../network/network.ts';
import { Approval } from './approval.ts';
import { ApprovalState } from './approval-state.ts';
import { SubmissionFilter } from './submission.inputs.ts';
import { byLevel, levelBeneath, Submission, SubmissionStatus } from './submission.ts';

const SubmissionConnection = connectionOf(Submission, 'Submission');

@Resolver(() => Submission)
export class SubmissionResolver {
  @Query(() => SubmissionConnection, {
    nullable: true,
    description: 'What partners submitted, the newest first; for the operator.',
  })
  submissions(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => SubmissionFilter, { nullable: true }) filter: SubmissionFilter | null,
    @Ctx() { em, caller }: Context,
  ) {
    assertMayRead(caller);
    const order = [{ property: 'submittedOn', descending: true }];
    return SubmissionConnection.of(pageOf(em, { entity: Submission, where: whereOf(filter ?? {}), order }, page));
  }

  @Query(() => Submission, { nullable: true, description: 'For the operator.' })
  submission(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    assertMayRead(context.caller);
    return resolveSubmission({ id }, context);
  }

  @FieldResolver(() => ApprovalState, { description: 'How far it is on its way up, as this level sees it.' })
  approval(@Root() submission: Submission, @Arg('level', () => TerritoryLevel) level: TerritoryLevel) {
    return submission.approvalAt(level);
  }

  @FieldResolver(() => [Approval], {
    description:
      'From the local level up, one for each at the most. They have no effect once it is returned or replaced.',
  })
  async approvals(@Root() { uuid }: Submission, @Ctx() { loaders }: Context) {
    return (await loaders.approvalsBySubmission.load(uuid)).toSorted(byLevel);
  }

  @FieldResolver(() => Int, { description: 'How many figures it holds.' })
  figureCount(@Root() { uuid }: Submission, @Ctx() { loaders }: Context) {
    return loaders.figureCountBySubmission.load(uuid);
  }
}

@Resolver(() => Approval)
export class ApprovalResolver {
  @FieldResolver(() => Network, { nullable: true, description: 'Null locally, where the leader approves.' })
  network(@Root() { networkId }: Approval, @Ctx() { loaders }: Context) {
    return networkId && loaders.networkById.load(toGlobalId('Network', networkId));
  }
}

/** For whoever may not read submissions, none is there; of the others, each sees those of `rows.ts`. */
export const resolveSubmission = ({ id }: { id: string }, { loaders, caller }: Context) =>
  hasScope(caller, 'submissions:read') ? loaders.submissionById.load(id) : null;

function assertMayRead(caller: Caller): void {
  if (hasScope(caller, 'submissions:read')) return;
  throw new GraphQLError(
    'Submissions are drafts of what is published: reading them needs the scope `submissions:read`.',
    {
      extensions: { code: isAnonymous(caller) ? 'UNAUTHENTICATED' : 'FORBIDDEN' },
    },
  );
}

function whereOf({ dataset, period, network, organisation, status, awaiting }: SubmissionFilter) {
  const conditions: FilterQuery<Submission>[] = [];
  if (dataset) conditions.push({ dataset });
  if (period) conditions.push({ period });
  if (status) conditions.push({ status });
  if (organisation) conditions.push({ organisationId: uuidIn('organisation', 'Organisation', organisation) });
  if (awaiting) {
    conditions.push({ status: SubmissionStatus.SIGNED_OFF, approvedLevel: levelBeneath(awaiting) });
  }
  if (network) {
    const isOfMember = raw(
      (alias) => `${alias}.partnership_id in (select partnership_id from network_member where network_id = ?)`,
      [uuidIn('network', 'Network', network)],
    );
    conditions.push({ [isOfMember]: [] });
  }
  return { $and: conditions };
}
