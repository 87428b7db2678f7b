import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import type { Context } from '../context.ts';
import { matchingPartners, PartnerConnection, PartnerFilter } from '../partner/partner.resolver.ts';
import { Partner } from '../partner/partner.ts';
import { Partnership, PartnershipStatus } from './partnership.ts';

const PartnershipConnection = connectionOf(Partnership, 'Partnership');

@InputType()
export class PartnershipFilter {
  @Field(() => String, { nullable: true, description: 'Working for this territory, or for one beneath it.' })
  territory?: string;

  @Field(() => PartnershipStatus, { nullable: true })
  status?: PartnershipStatus | null;
}

export enum PartnershipOrder {
  OLDEST_FIRST = 'OLDEST_FIRST',
  NEWEST_FIRST = 'NEWEST_FIRST',
}
registerEnumType(PartnershipOrder, { name: 'PartnershipOrder', description: 'By the day they were founded.' });

@Resolver(() => Partnership)
export class PartnershipResolver {
  @Query(() => PartnershipConnection, { nullable: true, description: 'All partnerships.' })
  partnerships(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => PartnershipFilter, { nullable: true }) filter: PartnershipFilter | null,
    @Arg('orderBy', () => PartnershipOrder, { defaultValue: PartnershipOrder.OLDEST_FIRST }) orderBy: PartnershipOrder,
    @Ctx() { em }: Context,
  ) {
    const where = { ...withinTerritory(filter?.territory), ...(filter?.status ? { status: filter.status } : {}) };
    const order = [{ property: 'since', descending: orderBy === PartnershipOrder.NEWEST_FIRST }];
    return PartnershipConnection.of(pageOf(em, { entity: Partnership, where, order }, page));
  }

  @Query(() => Partnership, { nullable: true })
  partnership(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolvePartnership({ id }, context);
  }

  @FieldResolver(() => Partner, {
    nullable: true,
    description: 'The partner that ties the others together (lider); of one that has ended, the last that did.',
  })
  leader(@Root() { uuid }: Partnership, @Ctx() { loaders }: Context) {
    return loaders.leaderByPartnership.load(uuid);
  }

  @FieldResolver(() => PartnerConnection, {
    description: 'By the day they joined: those who work in it, who are invited, and who left it.',
  })
  partners(
    @Root() { uuid }: Partnership,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => PartnerFilter, { nullable: true }) filter: PartnerFilter | null,
    @Ctx() { loaders }: Context,
  ) {
    return PartnerConnection.of(
      loaders.partnersByPartnership({ page, where: matchingPartners(filter ?? {}) }).load(uuid),
    );
  }
}

export const resolvePartnership = ({ id }: { id: string }, { loaders }: Context) => loaders.partnershipById.load(id);
