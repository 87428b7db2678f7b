import { Directive, Field, ObjectType } from 'type-graphql';
import { CurrencyCode } from '../scalar/currency-code.ts';
import { Decimal } from '../scalar/decimal.ts';

@ObjectType({ description: 'An exact amount in one currency.' })
@Directive('@shareable')
export class Money {
  @Field(() => Decimal, {
    description: 'Exact, in units of the currency: "1250.50".',
  })
  amount: string;

  @Field(() => CurrencyCode)
  currency: string;

  constructor(amount: string, currency: string) {
    this.amount = amount;
    this.currency = currency;
  }
}
