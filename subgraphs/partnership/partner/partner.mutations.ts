import type { EntityManager } from '@mikro-orm/postgresql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { keepersOf } from '../partnership/keepers.ts';
import { lockPartnership } from '../partnership/lock-partnership.ts';
import { handOver } from './hand-over.ts';
import { invite } from './invite.ts';
import { recordPartner } from './partner.events.ts';
import {
  AcceptInvitationInput,
  DeclineInvitationInput,
  HandOverLeadershipInput,
  InvitePartnerInput,
  ReleasePartnerInput,
} from './partner.inputs.ts';
import { Partner } from './partner.ts';

@Resolver()
export class PartnerMutations {
  @Mutation(() => Partner, { description: 'Asks an organisation to join a partnership in a role.' })
  @RequiresScopes('hub:write', 'partnership:write')
  invitePartner(
    @Arg('input', () => InvitePartnerInput) input: InvitePartnerInput,
    @Ctx() context: Context,
  ): Promise<Partner> {
    return write(context, Partner, 'invitePartner', input, (em) => invite(em, input));
  }

  @Mutation(() => Partner)
  @RequiresScopes('hub:write', 'partnership:write')
  acceptInvitation(
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
    @Ctx() context: Context,
  ): Promise<Partner> {
    return this.change(context, 'acceptInvitation', input, ofMember, (partner) => partner.accept(input.on ?? today()));
  }

  @Mutation(() => Partner)
  @RequiresScopes('hub:write', 'partnership:write')
  declineInvitation(
    @Arg('input', () => DeclineInvitationInput) input: DeclineInvitationInput,
    @Ctx() context: Context,
  ): Promise<Partner> {
    return this.change(context, 'declineInvitation', input, ofMember, (partner) =>
      partner.decline(input.on ?? today(), input.reason ?? null),
    );
  }

  @Mutation(() => Partner, { description: 'Ends the part of a partner. The leader hands the leadership over first.' })
  @RequiresScopes('hub:write', 'partnership:write')
  releasePartner(
    @Arg('input', () => ReleasePartnerInput) input: ReleasePartnerInput,
    @Ctx() context: Context,
  ): Promise<Partner> {
    return this.change(context, 'releasePartner', input, keepersOf, (partner) =>
      partner.release(input.on ?? today(), input.reason),
    );
  }

  @Mutation(() => Partner, {
    description: 'Lets another partner lead, and gives the row with which it does. The former leader stays a partner.',
  })
  @RequiresScopes('hub:write', 'partnership:write')
  handOverLeadership(
    @Arg('input', () => HandOverLeadershipInput) input: HandOverLeadershipInput,
    @Ctx() context: Context,
  ): Promise<Partner> {
    return write(context, Partner, 'handOverLeadership', input, (em) => handOver(em, input));
  }

  private change(
    context: Context,
    mutation: string,
    input: AcceptInvitationInput | DeclineInvitationInput | ReleasePartnerInput,
    keepers: (em: EntityManager, partner: Partner) => Promise<string[]>,
    act: (partner: Partner) => void,
  ): Promise<Partner> {
    return write(context, Partner, mutation, input, async (em) => {
      const partner = await findRowToEdit(em, Partner, input, (row) => keepers(em, row));
      await lockPartnership(em, partner.partnershipId);
      act(partner);
      recordPartner(em, partner);
      return partner;
    });
  }
}

/** An invitation is answered by whoever is invited. */
const ofMember = async (_em: EntityManager, { memberId }: Partner): Promise<string[]> => [memberId];
