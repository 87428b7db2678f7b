import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { happenedOn } from '../../../shared/write/day.ts';
import { findLocked, findOwn } from '../../../shared/write/named-row.ts';
import { refuseBlank } from '../../../shared/write/refuse-blank.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { Network } from '../network/network.ts';
import { assembleRelease } from './assemble-release.ts';
import { publishRelease } from './publish-release.ts';
import {
  ApproveReleaseInput,
  AssembleReleaseInput,
  DiscardReleaseInput,
  PublishReleaseInput,
} from './release.inputs.ts';
import { Release } from './release.ts';

@Resolver()
export class ReleaseMutations {
  @Mutation(() => Release, {
    description:
      "Sums what was submitted and approved up to the network's level, protects the people in it beside all that was published before, and keeps it as a draft.",
  })
  @RequiresScopes('hub:write', 'outcomes:write')
  assembleRelease(
    @Arg('input', () => AssembleReleaseInput) input: AssembleReleaseInput,
    @Ctx() context: Context,
  ): Promise<Release> {
    return write(context, Release, 'assembleRelease', input, async (em) => {
      const network = await findOwn(em, Network, 'networkId', input.networkId);
      const { dataset, period } = input;
      return assembleRelease(em, { network, dataset, period, on: happenedOn(input.on) });
    });
  }

  @Mutation(() => Release, {
    description:
      'DRAFT → APPROVED: from now on its figures stay as they are. Who approves it sees whose submissions are in it, how sure they are and what was left out, and no figure before everybody does.',
  })
  @RequiresScopes('hub:write', 'outcomes:write')
  approveRelease(
    @Arg('input', () => ApproveReleaseInput) input: ApproveReleaseInput,
    @Ctx() context: Context,
  ): Promise<Release> {
    return write(context, Release, 'approveRelease', input, async (em) => {
      refuseBlank({ by: input.by });
      const release = await findLocked(em, Release, input);
      release.approve(input.by);
      return release;
    });
  }

  @Mutation(() => Release, {
    description:
      'APPROVED → PUBLISHED, for everybody and for good; one of the same network, dataset and period that was published before is SUPERSEDED. Refused where another release of the dataset that shares territory was published since it was assembled.',
  })
  @RequiresScopes('hub:write', 'outcomes:write')
  publishRelease(
    @Arg('input', () => PublishReleaseInput) input: PublishReleaseInput,
    @Ctx() context: Context,
  ): Promise<Release> {
    return write(context, Release, 'publishRelease', input, (em) => publishRelease(em, input));
  }

  @Mutation(() => Release, { description: 'DRAFT or APPROVED → DISCARDED: it is never published.' })
  @RequiresScopes('hub:write', 'outcomes:write')
  discardRelease(
    @Arg('input', () => DiscardReleaseInput) input: DiscardReleaseInput,
    @Ctx() context: Context,
  ): Promise<Release> {
    return write(context, Release, 'discardRelease', input, async (em) => {
      const release = await findLocked(em, Release, input);
      release.discard();
      return release;
    });
  }
}
