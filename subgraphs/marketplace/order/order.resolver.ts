import type { FilterQuery } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { type Caller, hasScope } from '../../../shared/trust/caller.ts';
import type { Context } from '../context.ts';
import { uuidIn } from '../input-values.ts';
import { Service } from '../service/service.ts';
import { OrderFilter } from './order.inputs.ts';
import { Order } from './order.ts';

export const OrderConnection = connectionOf(Order, 'Order');

@Resolver(() => Order)
export class OrderResolver {
  @Query(() => OrderConnection, { nullable: true, description: 'The newest first. For callers who may write.' })
  orders(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => OrderFilter, { nullable: true }) filter: OrderFilter | null,
    @Ctx() { em, caller }: Context,
  ) {
    requireMaySeeOrders(caller);
    const where: FilterQuery<Order> = {
      ...(filter?.status ? { status: filter.status } : {}),
      ...(filter?.serviceId ? { serviceId: uuidIn('Service', 'serviceId', filter.serviceId) } : {}),
    };
    const order = [{ property: 'requestedOn', descending: true }];
    return OrderConnection.of(pageOf(em, { entity: Order, where, order }, page));
  }

  @Query(() => Order, { nullable: true, description: 'For callers who may write.' })
  order(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveOrder({ id }, context);
  }

  @FieldResolver(() => Service, { nullable: true })
  service(@Root() { serviceId }: Order, @Ctx() { loaders }: Context) {
    return loaders.serviceById.load(toGlobalId('Service', serviceId));
  }
}

export function resolveOrder({ id }: { id: string }, { loaders, caller }: Context) {
  requireMaySeeOrders(caller);
  return loaders.orderById.load(id);
}

/** What a person buys is nobody's business, so orders are for seller and client (`rows.ts`); their sums are public. */
function requireMaySeeOrders(caller: Caller): void {
  if (hasScope(caller, 'orders:read')) return;
  throw new DomainError(
    'FORBIDDEN',
    'Single orders are shown to their seller and their client, with the scope `orders:read`. What everybody may see is `Manufactory.earnedIncome`.',
  );
}
