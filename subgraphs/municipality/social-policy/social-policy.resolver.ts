import type { FilterQuery } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { findOwn } from '../../../shared/write/named-row.ts';
import { today } from '../../../shared/write/today.ts';
import { write } from '../../../shared/write/write.ts';
import type { Context } from '../context.ts';
import { textIn } from '../input/text.ts';
import { Municipality } from '../municipality/municipality.ts';
import { AdoptSocialPolicyInput, SocialPolicyFilter } from './social-policy.inputs.ts';
import { SocialPolicy } from './social-policy.ts';

export const SocialPolicyConnection = connectionOf(SocialPolicy, 'SocialPolicy');

@Resolver(() => SocialPolicy)
export class SocialPolicyResolver {
  @Query(() => SocialPolicyConnection, {
    nullable: true,
    description: 'The policies of municipalities, the oldest first.',
  })
  socialPolicies(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => SocialPolicyFilter, { nullable: true }) filter: SocialPolicyFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = { ...withinTerritory(filter?.territory), ...(filter?.validOn ? validOn(filter.validOn) : {}) };
    return SocialPolicyConnection.of(
      pageOf(em, { entity: SocialPolicy, where, order: [{ property: 'adoptedOn' }] }, page),
    );
  }

  @Query(() => SocialPolicy, { nullable: true })
  socialPolicy(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveSocialPolicy({ id }, context);
  }

  @Mutation(() => SocialPolicy, { description: 'Records the policy by which a municipality adopts the model.' })
  @RequiresScopes('hub:write', 'municipality:write')
  adoptSocialPolicy(
    @Arg('input', () => AdoptSocialPolicyInput) input: AdoptSocialPolicyInput,
    @Ctx() context: Context,
  ): Promise<SocialPolicy> {
    return write(context, SocialPolicy, 'adoptSocialPolicy', input, async (em) => {
      const municipality = await findOwn(em, Municipality, 'municipalityId', input.municipalityId);
      const adoptedOn = input.on ?? today();
      const policy = Object.assign(new SocialPolicy(), {
        municipalityId: municipality.uuid,
        organisationId: municipality.organisationId,
        title: textIn('title', input.title),
        resolutionNumber: textIn('resolutionNumber', input.resolutionNumber),
        adoptedOn,
        validFrom: input.validFrom ?? adoptedOn,
        validUntil: input.validUntil ?? null,
      });
      policy.placeIn(municipality.territoryCode);
      return policy;
    });
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'Whose policy it is.' })
  municipality(@Root() { municipalityId }: SocialPolicy, @Ctx() { loaders }: Context) {
    return loaders.municipalityById.load(toGlobalId('Municipality', municipalityId));
  }
}

const validOn = (day: string): FilterQuery<SocialPolicy> & object => ({
  validFrom: { $lte: day },
  $or: [{ validUntil: null }, { validUntil: { $gte: day } }],
});

export const resolveSocialPolicy = ({ id }: { id: string }, { loaders }: Context) => loaders.socialPolicyById.load(id);
