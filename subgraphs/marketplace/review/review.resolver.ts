import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import type { Context } from '../context.ts';
import { Order } from '../order/order.ts';
import { Service } from '../service/service.ts';
import { Review } from './review.ts';

/** What reviews add to an order, which only its keepers see. */
@Resolver(() => Order)
export class OrderReviewResolver {
  @FieldResolver(() => Review, { nullable: true })
  review(@Root() { uuid }: Order, @Ctx() { loaders }: Context) {
    return loaders.reviewByOrder.load(uuid);
  }
}

/** What reviews add to a service, for everybody. */
@Resolver(() => Service)
export class ServiceRatingResolver {
  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      'The average of its reviews, from 1 to 5: "4.3". Null below three reviews, which could point at a person.',
  })
  async rating(@Root() { uuid }: Service, @Ctx() { loaders }: Context): Promise<string | null> {
    return (await loaders.ratingByService.load(uuid))?.average ?? null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many reviews it has; null where they are below three.',
  })
  async reviews(@Root() { uuid }: Service, @Ctx() { loaders }: Context): Promise<number | null> {
    return (await loaders.ratingByService.load(uuid))?.reviews ?? null;
  }
}
