import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { Organisation } from '../organisation/organisation.ts';
import { Partnership } from '../partnership/partnership.ts';
import { Partner, PartnerStatus } from './partner.ts';
import { PartnerRole } from './partner-role.ts';
import { Sector } from './sector.ts';

export const PartnerConnection = connectionOf(Partner, 'Partner');

@InputType()
export class PartnerFilter {
  @Field(() => PartnerStatus, { nullable: true })
  status?: PartnerStatus | null;

  @Field(() => PartnerRole, { nullable: true })
  role?: PartnerRole | null;

  @Field(() => Sector, { nullable: true })
  sector?: Sector | null;
}

export const matchingPartners = ({ status, role, sector }: PartnerFilter) => ({
  ...(status ? { status } : {}),
  ...(role ? { role } : {}),
  ...(sector ? { sector } : {}),
});

@Resolver(() => Partner)
export class PartnerResolver {
  @Query(() => PartnerConnection, {
    nullable: true,
    description: 'The partners of all partnerships, by the day they joined.',
  })
  partners(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => PartnerFilter, { nullable: true }) filter: PartnerFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = matchingPartners(filter ?? {});
    return PartnerConnection.of(pageOf(em, { entity: Partner, where, order: [{ property: 'since' }] }, page));
  }

  @Query(() => Partner, { nullable: true })
  partner(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolvePartner({ id }, context);
  }

  @FieldResolver(() => Partnership, { nullable: true })
  partnership(@Root() { partnershipId }: Partner, @Ctx() { loaders }: Context) {
    return loaders.partnershipById.load(toGlobalId('Partnership', partnershipId));
  }

  @FieldResolver(() => Organisation, { nullable: true })
  organisation(@Root() { memberId }: Partner, @Ctx() { loaders }: Context) {
    return loaders.organisationById.load(toGlobalId('Organisation', memberId));
  }
}

export const resolvePartner = ({ id }: { id: string }, { loaders }: Context) => loaders.partnerById.load(id);
