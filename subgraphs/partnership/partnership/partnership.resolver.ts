import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { PartnerConnection } from '../partner/partner.resolver.ts';
import { Partner } from '../partner/partner.ts';
import { Partnership } from './partnership.ts';

const PartnershipConnection = connectionOf(Partnership, 'Partnership');

@InputType()
export class PartnershipFilter {
  @Field(() => String, { nullable: true, description: 'Working for this territory, or for one beneath it.' })
  territory?: string;
}

@Resolver(() => Partnership)
export class PartnershipResolver {
  @Query(() => PartnershipConnection, { description: 'All partnerships, the first one first.' })
  partnerships(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => PartnershipFilter, { nullable: true }) filter: PartnershipFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = withinTerritory(filter?.territory);
    return PartnershipConnection.of(pageOf(em, { entity: Partnership, where, order: [{ property: 'since' }] }, page));
  }

  @Query(() => Partnership, { nullable: true })
  partnership(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolvePartnership({ id }, context);
  }

  @FieldResolver(() => Partner, { nullable: true, description: 'The partner that ties the others together (lider).' })
  leader(@Root() { uuid }: Partnership, @Ctx() { loaders }: Context) {
    return loaders.leaderByPartnership.load(uuid);
  }

  @FieldResolver(() => PartnerConnection, { description: 'By the day they joined.' })
  partners(@Root() { uuid }: Partnership, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    return PartnerConnection.of(loaders.partnersByPartnership(page).load(uuid));
  }
}

export const resolvePartnership = ({ id }: { id: string }, { loaders }: Context) => loaders.partnershipById.load(id);
