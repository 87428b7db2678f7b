import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { SubmissionStatus } from './submission.ts';

@InputType()
export class SubmissionFilter {
  @Field(() => String, { nullable: true, description: "A dataset's code." })
  dataset?: string | null;

  @Field(() => String, { nullable: true })
  period?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of partnerships that joined this network.' })
  network?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this partner.' })
  organisation?: string | null;

  @Field(() => SubmissionStatus, { nullable: true })
  status?: SubmissionStatus | null;

  @Field(() => TerritoryLevel, { nullable: true, description: 'Which this level is the next to approve.' })
  awaiting?: TerritoryLevel | null;
}

@InputType()
export class SubmitFiguresInput extends NewInput {
  @Field(() => ID, { description: 'The partner whose count it is.' })
  organisationId: string;

  @Field(() => ID)
  partnershipId: string;

  @Field(() => String, { description: "The dataset's code." })
  dataset: string;

  @Field(() => String, { description: 'Of the length that the dataset has, and over: "2025", "2026-Q3".' })
  period: string;

  @Field(() => String, {
    description:
      'A header row with `indicator`, `category`, `territory`, `value` and perhaps `basis`, then one line for each count; what has no line is 0, so a header alone says that there was nothing. An empty category is all; others are like `SEX=F`, or `EMPLOYMENT=INACTIVE;SEX=F` for two traits. The value is in the unit of the indicator; the basis is MEASURED where none is given.',
  })
  csv: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}

@InputType()
export class SignOffSubmissionInput extends EditInput {
  @Field(() => String, { description: 'Who answers for the figures: the function, not the name.' })
  by: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}

@InputType()
export class ApproveSubmissionInput extends EditInput {
  @Field(() => TerritoryLevel, {
    nullable: true,
    description: 'As a check, where it is given: LOCAL, or the level of the network.',
  })
  level?: TerritoryLevel | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The network that approves; where none is named, the leader of the partnership does, locally.',
  })
  networkId?: string | null;

  @Field(() => String, { description: 'Who approves: the function, not the name.' })
  by: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}

@InputType()
export class ReturnSubmissionInput extends EditInput {
  @Field(() => String, { description: 'What is to be corrected.' })
  reason: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}
