import type { FilterQuery } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Context } from '../context.ts';
import { uuidIn } from '../input-values.ts';
import { Service } from '../service/service.ts';
import { OrderFilter } from './order.inputs.ts';
import { ORDER_READERS, Order } from './order.ts';

export const OrderConnection = connectionOf(Order, 'Order', ORDER_READERS);

@Resolver(() => Order)
export class OrderResolver {
  @Query(() => OrderConnection, { nullable: true, description: 'The newest first.' })
  orders(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OrderFilter, { nullable: true }) filter: OrderFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where: FilterQuery<Order> = {
      ...(filter?.status ? { status: filter.status } : {}),
      ...(filter?.serviceId ? { serviceId: uuidIn('Service', 'serviceId', filter.serviceId) } : {}),
    };
    const order = [{ property: 'requestedOn', descending: true }];
    return OrderConnection.of(pageOf(em, { entity: Order, where, order }, page));
  }

  @Query(() => Order, { nullable: true })
  order(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveOrder({ id }, context);
  }

  @FieldResolver(() => Service, { nullable: true })
  service(@Root() { serviceId }: Order, @Ctx() { loaders }: Context) {
    return loaders.serviceById.load(toGlobalId('Service', serviceId));
  }
}

export function resolveOrder({ id }: { id: string }, { loaders }: Context) {
  return loaders.orderById.load(id);
}
