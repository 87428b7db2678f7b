import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CurrencyCode } from '../../../shared/scalar/currency-code.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { ClientKind } from '../client/client.ts';
import { OrderStatus } from './order.ts';

@InputType()
export class RequestOrderInput extends NewInput {
  @Field(() => ID)
  serviceId: string;

  @Field(() => ID, { nullable: true, description: "Leave it out to order at the service's own price." })
  priceOptionId?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'The agreed price of one, for a service without a price.' })
  unitPrice?: string | null;

  @Field(() => CurrencyCode, { nullable: true, description: 'Of the agreed price.' })
  currency?: string | null;

  @Field(() => Int, { defaultValue: 1, description: 'How many, up to 10,000.' })
  quantity: number;

  @Field(() => ClientKind)
  clientKind: ClientKind;

  @Field(() => ID, { nullable: true, description: 'The organisation that buys; none for a person.' })
  clientId?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where it is left out.' })
  on?: string | null;
}

@InputType()
export abstract class OrderDayInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where it is left out.' })
  on?: string | null;
}

@InputType()
export class ConfirmOrderInput extends OrderDayInput {}

@InputType()
export class DeliverOrderInput extends OrderDayInput {}

@InputType()
export class InvoiceOrderInput extends OrderDayInput {
  @Field(() => String, { description: 'Unique for the seller.' })
  number: string;
}

@InputType()
export class CancelOrderInput extends OrderDayInput {
  @Field(() => String, { description: 'Without names.' })
  reason: string;
}

@InputType()
export class OrderFilter {
  @Field(() => ID, { nullable: true })
  serviceId?: string | null;

  @Field(() => OrderStatus, { nullable: true })
  status?: OrderStatus | null;
}
