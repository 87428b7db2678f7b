import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../../shared/connection/connection.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { Money } from '../../../shared/money/money.ts';
import type { Context } from '../context.ts';
import { Payment } from './payment.ts';

export const PaymentConnection = connectionOf(Payment, 'Payment');

@Resolver(() => Payment)
export class PaymentResolver {
  @FieldResolver(() => Money, { nullable: true })
  async amount(@Root() { incentiveId, amount }: Payment, @Ctx() { loaders }: Context) {
    const incentive = await loaders.incentiveById.load(toGlobalId('Incentive', incentiveId));
    return incentive && new Money(amount, incentive.currency);
  }
}
