import { GraphQLCountryCode } from 'graphql-scalars';
import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { Partnership } from '../partnership/partnership.ts';
import { Exchange } from './exchange.ts';

const ExchangeConnection = connectionOf(Exchange, 'Exchange');

@InputType()
export class ExchangeFilter {
  @Field(() => GraphQLCountryCode, { nullable: true, description: 'With a partner in this country.' })
  country?: string | null;
}

@Resolver(() => Exchange)
export class ExchangeResolver {
  @Query(() => ExchangeConnection, {
    nullable: true,
    description: 'The exchanges of all partnerships, the oldest first.',
  })
  exchanges(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ExchangeFilter, { nullable: true }) filter: ExchangeFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = filter?.country ? { country: filter.country } : {};
    return ExchangeConnection.of(pageOf(em, { entity: Exchange, where, order: [{ property: 'since' }] }, page));
  }

  @Query(() => Exchange, { nullable: true })
  exchange(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveExchange({ id }, context);
  }

  @FieldResolver(() => Partnership, { nullable: true })
  partnership(@Root() { partnershipId }: Exchange, @Ctx() { loaders }: Context) {
    return loaders.partnershipById.load(toGlobalId('Partnership', partnershipId));
  }
}

/** What a partnership says of its exchanges. */
@Resolver(() => Partnership)
export class PartnershipExchanges {
  @FieldResolver(() => ExchangeConnection, {
    description: 'What it does together with partners abroad, the oldest first.',
  })
  exchanges(
    @Root() { uuid }: Partnership,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return ExchangeConnection.of(loaders.exchangesByPartnership(page).load(uuid));
  }
}

export const resolveExchange = ({ id }: { id: string }, { loaders }: Context) => loaders.exchangeById.load(id);
