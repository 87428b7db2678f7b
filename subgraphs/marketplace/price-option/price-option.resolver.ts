import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { Service } from '../service/service.ts';
import { PriceOption } from './price-option.ts';

export const PriceOptionConnection = connectionOf(PriceOption, 'PriceOption');

@Resolver(() => PriceOption)
export class PriceOptionResolver {
  @Query(() => PriceOption, { nullable: true })
  priceOption(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolvePriceOption({ id }, context);
  }

  @FieldResolver(() => Service, { nullable: true })
  service(@Root() { serviceId }: PriceOption, @Ctx() { loaders }: Context) {
    return loaders.serviceById.load(toGlobalId('Service', serviceId));
  }
}

/** What prices add to a service. */
@Resolver(() => Service)
export class ServicePricesResolver {
  @FieldResolver(() => PriceOptionConnection, {
    description: 'What else can be chosen beside `price`, by label; nothing that was withdrawn.',
  })
  priceOptions(@Root() { uuid }: Service, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    return PriceOptionConnection.of(loaders.priceOptionsByService(page).load(uuid));
  }
}

export const resolvePriceOption = ({ id }: { id: string }, { loaders }: Context) => loaders.priceOptionById.load(id);
