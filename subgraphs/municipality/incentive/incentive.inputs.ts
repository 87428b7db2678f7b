import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import type { Order } from '../../../shared/connection/cursor.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { IncentiveStatus } from './incentive.ts';
import { IncentiveKind } from './incentive-kind.ts';

export enum IncentiveOrder {
  OLDEST_FIRST = 'OLDEST_FIRST',
  NEWEST_FIRST = 'NEWEST_FIRST',
}
registerEnumType(IncentiveOrder, { name: 'IncentiveOrder', description: 'By the day of the award.' });

export const INCENTIVE_ORDERS: Record<IncentiveOrder, Order[]> = {
  OLDEST_FIRST: [{ property: 'awardedOn' }],
  NEWEST_FIRST: [{ property: 'awardedOn', descending: true }],
};

@InputType()
export class IncentiveFilter {
  @Field(() => String, { nullable: true, description: 'Awarded in this territory, or beneath it.' })
  territory?: string;

  @Field(() => IncentiveKind, { nullable: true })
  kind?: IncentiveKind;

  @Field(() => IncentiveStatus, { nullable: true })
  status?: IncentiveStatus;
}

@InputType()
export class AwardIncentiveInput extends NewInput {
  @Field(() => ID)
  schemeId: string;

  @Field(() => ID)
  manufactoryId: string;

  @Field(() => ID, { description: 'Which hosts the manufactory.' })
  parentInstitutionId: string;

  @Field(() => Decimal, { description: "In the currency of the scheme's budget." })
  amount: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where it takes effect; the scheme's territory where none is given.",
  })
  territory?: string | null;
}

@InputType()
export class PayIncentiveInput extends EditInput {
  @Field(() => Decimal, { description: 'A part of what is left to pay, or all of it.' })
  amount: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}

@InputType()
export class SettleIncentiveInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;

  @Field(() => String, { nullable: true, description: 'How it was settled.' })
  reason?: string | null;
}

@InputType()
export class RevokeIncentiveInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;

  @Field(() => String)
  reason: string;
}

@InputType()
export class RecordReturnInput extends EditInput {
  @Field(() => Decimal, { description: 'A part of what was paid and not yet returned, or all of it.' })
  amount: string;
}
