import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import { CentreInput, EditOnDayInput } from '../support-centre/centre-inputs.ts';

@InputType()
export class SubmitIdeaInput extends CentreInput {
  @Field(() => String)
  title: string;

  @Field(() => String, { description: 'The need of the community that it answers.' })
  need: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day; today in UTC where it is left out.' })
  on?: string | null;
}

@InputType()
export class VerifyIdeaInput extends EditOnDayInput {
  @Field(() => String, { description: 'What was found when it was held against social need.' })
  needAssessment: string;

  @Field(() => String, { description: 'What was found when it was held against the local market.' })
  marketAssessment: string;
}

@InputType()
export class RejectIdeaInput extends EditOnDayInput {
  @Field(() => String, { description: 'Why, for those who brought it.' })
  reason: string;
}
