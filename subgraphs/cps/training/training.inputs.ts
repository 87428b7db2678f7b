import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { CentreInput, EditOnDayInput } from '../support-centre/centre-inputs.ts';
import { TrainingStatus, TrainingTopic } from './training.ts';

@InputType()
export class TrainingFilter {
  @Field(() => String, { nullable: true, description: 'Held in this territory, or beneath it.' })
  territory?: string;

  @Field(() => TrainingStatus, { nullable: true })
  status?: TrainingStatus;

  @Field(() => TrainingTopic, { nullable: true })
  topic?: TrainingTopic;
}

@InputType()
export class PlanTrainingInput extends CentreInput {
  @Field(() => ID, { nullable: true, description: 'The manufactory that it is for; none where it is for all.' })
  manufactoryId?: string | null;

  @Field(() => TrainingTopic)
  topic: TrainingTopic;

  @Field(() => String)
  title: string;

  @Field(() => Decimal, { description: 'How long it will be in hours, to the quarter: "7.5".' })
  hours: string;

  @Field(() => GraphQLLocalDate)
  startsOn: string;

  @Field(() => GraphQLLocalDate)
  endsOn: string;
}

@InputType()
export class StartTrainingInput extends EditOnDayInput {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day, where it will be another than planned.',
  })
  endsOn?: string | null;
}

@InputType()
export class CompleteTrainingInput extends EditOnDayInput {
  @Field(() => Decimal, { nullable: true, description: 'How long it was in hours, where that is not as planned.' })
  hours?: string | null;
}

@InputType()
export class CancelTrainingInput extends EditOnDayInput {
  @Field(() => String)
  reason: string;
}
