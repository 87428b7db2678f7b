import { GraphQLCountryCode, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';

@InputType()
export class PlanExchangeInput extends NewInput {
  @Field(() => ID)
  partnershipId: string;

  @Field(() => String)
  title: string;

  @Field(() => String, { description: 'The name of the organisation abroad.' })
  foreignPartner: string;

  @Field(() => GraphQLCountryCode, { description: "Another country than the partnership's own." })
  country: string;

  @Field(() => String, { description: 'What it is about.' })
  topic: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day; today where none is given.' })
  on?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day, where one is planned.' })
  until?: string | null;
}

@InputType()
export class CloseExchangeInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; today where none is given.' })
  on?: string | null;
}
