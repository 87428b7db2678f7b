import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { IncentiveKind } from '../incentive/incentive-kind.ts';
import { SchemeStatus } from './incentive-scheme.ts';

@InputType()
export class IncentiveSchemeFilter {
  @Field(() => String, { nullable: true, description: 'For this territory, or one beneath it.' })
  territory?: string;

  @Field(() => IncentiveKind, { nullable: true })
  kind?: IncentiveKind;

  @Field(() => SchemeStatus, { nullable: true })
  status?: SchemeStatus;
}

@InputType()
export class AnnounceSchemeInput extends NewInput {
  @Field(() => ID, { description: 'Of a budget of the municipality that announces it.' })
  budgetLineId: string;

  @Field(() => IncentiveKind)
  kind: IncentiveKind;

  @Field(() => String)
  title: string;

  @Field(() => GraphQLLocalDate)
  opensOn: string;

  @Field(() => GraphQLLocalDate, { nullable: true })
  closesOn?: string | null;
}

@InputType()
export class OpenSchemeInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}

@InputType()
export class CloseSchemeInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}
