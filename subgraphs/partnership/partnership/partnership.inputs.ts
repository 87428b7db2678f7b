import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';

@InputType()
export class FoundPartnershipInput extends NewInput {
  @Field(() => ID, { description: 'The organisation that founds it, and keeps its records.' })
  organisationId: string;

  @Field(() => String)
  name: string;

  @Field(() => String, { description: 'The problem that the partners are determined to solve.' })
  problem: string;

  @Field(() => String, { description: 'The code of the place that it works for.' })
  territory: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day it is founded; today where none is given.' })
  on?: string | null;
}

@InputType()
export class ActivatePartnershipInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its first day at work; today where none is given.' })
  on?: string | null;
}

@InputType()
export class EndPartnershipInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; today where none is given.' })
  on?: string | null;
}
