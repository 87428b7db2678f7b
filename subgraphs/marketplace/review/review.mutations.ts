import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { assertOwn } from '../../../shared/write/assert-own.ts';
import { findRow } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import { NewInput } from '../../../shared/write/write-inputs.ts';
import type { Context } from '../context.ts';
import { dayOr, uuidIn } from '../input-values.ts';
import { Order } from '../order/order.ts';
import { recordChanged } from '../service/service.events.ts';
import { Service } from '../service/service.ts';
import { isTooEarly } from './review.rules.ts';
import { Review } from './review.ts';

@InputType()
export class ReviewOrderInput extends NewInput {
  @Field(() => ID)
  orderId: string;

  @Field(() => Int, { description: 'From 1 (bad) to 5 (very good).' })
  rating: number;

  @Field(() => String, { nullable: true, description: 'Up to 1000 characters, for the seller alone.' })
  text?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where it is left out.' })
  on?: string | null;
}

@Resolver()
export class ReviewMutations {
  @Mutation(() => Review, { description: 'Judges an order that was delivered; once for each order.' })
  @RequiresScopes('hub:write', 'marketplace:write', 'orders:write')
  reviewOrder(@Arg('input', () => ReviewOrderInput) input: ReviewOrderInput, @Ctx() context: Context) {
    return write(context, Review, 'reviewOrder', input, async (em) => {
      uuidIn('Order', 'orderId', input.orderId);
      const order = await findRow(em, Order, input.orderId);
      assertOwn(order, [order.clientId ?? order.organisationId]);
      order.requireDelivered('be reviewed');
      const earlier = await em.findOne(Review, { orderId: order.uuid });
      if (earlier) {
        const message = `The order ${order.id} was reviewed on ${earlier.reviewedOn}. An order is reviewed once.`;
        throw new DomainError('CONFLICT', message, { id: order.id });
      }
      const review = Object.assign(new Review(), {
        organisationId: order.organisationId,
        orderId: order.uuid,
        rating: input.rating,
        text: input.text ?? null,
        reviewedOn: dayOr(input.on),
      });
      if (isTooEarly(review, order)) {
        const message = `An order that was delivered on ${order.deliveredOn} cannot be reviewed before that day.`;
        throw new Invalid(message, { field: 'on', value: review.reviewedOn });
      }
      recordChanged(em, await em.findOneOrFail(Service, order.serviceId));
      return review;
    });
  }
}
