import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType, Int } from 'type-graphql';
import { CentreInput, EditOnDayInput } from '../support-centre/centre-inputs.ts';
import { EmploymentStatus, EntryAnswer, Sex } from './entry-facts.ts';
import { FollowUpResult, LeavingReason, LeavingResult } from './journey.ts';

@InputType({ description: 'No name, no number of a person: a pseudonym is made, and the facts are codes.' })
export class ReferBeneficiaryInput extends CentreInput {
  @Field(() => Sex)
  sex: Sex;

  @Field(() => Int)
  birthYear: number;

  @Field(() => EmploymentStatus)
  employmentStatus: EmploymentStatus;

  @Field(() => Int, { nullable: true, description: 'The ISCED 2011 level, 0 to 8; none where it is not known.' })
  iscedLevel?: number | null;

  @Field(() => EntryAnswer, { defaultValue: EntryAnswer.UNKNOWN })
  disability: EntryAnswer;

  @Field(() => EntryAnswer, { defaultValue: EntryAnswer.UNKNOWN })
  thirdCountryNational: EntryAnswer;

  @Field(() => EntryAnswer, { defaultValue: EntryAnswer.UNKNOWN })
  foreignBackground: EntryAnswer;

  @Field(() => EntryAnswer, { defaultValue: EntryAnswer.UNKNOWN })
  minority: EntryAnswer;

  @Field(() => EntryAnswer, { defaultValue: EntryAnswer.UNKNOWN })
  homeless: EntryAnswer;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day; today in UTC where it is left out.' })
  on?: string | null;
}

@InputType()
export class RecordEmploymentInput extends EditOnDayInput {}

@InputType()
export class RecordLeavingInput extends EditOnDayInput {
  @Field(() => LeavingReason)
  reason: LeavingReason;

  @Field(() => [LeavingResult], { description: 'What could be observed within four weeks; none is an answer, too.' })
  results: LeavingResult[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When it was observed; the day of leaving by itself.' })
  resultsOn?: string | null;
}

@InputType()
export class RecordFollowUpInput extends EditOnDayInput {
  @Field(() => [FollowUpResult], { description: 'What could be observed; none is an answer, too.' })
  results: FollowUpResult[];
}
