import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { CurrencyCode } from '../../../shared/scalar/currency-code.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { Opening } from '../schedule/opening.ts';

@InputType()
export class DraftServiceInput extends NewInput {
  @Field(() => ID, { description: 'The manufactory that will do it.' })
  manufactoryId: string;

  @Field(() => ID, { description: 'Who sells it: the parent institution, or the manufactory once independent.' })
  organisationId: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'A class of NACE Rev. 2.1: "S90.20".' })
  activityCode: string;

  @Field(() => String, { description: 'Where it is offered.' })
  territory: string;

  @Field(() => Decimal, { nullable: true, description: 'Leave it out, with the currency, to agree it for each order.' })
  price?: string | null;

  @Field(() => CurrencyCode, { nullable: true })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'What the price is for: "ticket", "hour", "group".' })
  priceUnit?: string | null;

  @Field(() => String, { nullable: true, description: 'Who may have it, where not everybody.' })
  eligibility?: string | null;

  @Field(() => [Opening], { nullable: true, description: 'When it is to be had.' })
  schedule?: Opening[] | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class ChangeServiceInput extends EditInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'A class of NACE Rev. 2.1: "S90.20".' })
  activityCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is offered.' })
  territory?: string | null;

  @Field(() => Decimal, { nullable: true, description: 'Null, with the currency, to agree it for each order.' })
  price?: string | null;

  @Field(() => CurrencyCode, { nullable: true })
  currency?: string | null;

  @Field(() => String, { nullable: true, description: 'What the price is for; null for nothing in particular.' })
  priceUnit?: string | null;

  @Field(() => String, { nullable: true, description: 'Who may have it; null for everybody.' })
  eligibility?: string | null;

  @Field(() => [Opening], { nullable: true, description: 'The whole schedule; empty for none.' })
  schedule?: Opening[] | null;
}

@InputType()
export class OfferServiceInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day; today where it is left out.' })
  on?: string | null;
}

@InputType()
export class PauseServiceInput extends EditInput {}

@InputType()
export class ResumeServiceInput extends EditInput {}

@InputType()
export class EndServiceInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; today where it is left out.' })
  on?: string | null;
}
