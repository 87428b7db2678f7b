import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import { CentreInput, EditOnDayInput } from '../support-centre/centre-inputs.ts';
import { AdviceChannel, AdviceTopic } from './advice-request.ts';

@InputType({ description: 'No name, no address, no question: only what a centre counts.' })
export class RequestAdviceInput extends CentreInput {
  @Field(() => AdviceTopic)
  topic: AdviceTopic;

  @Field(() => AdviceChannel)
  channel: AdviceChannel;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day; today in UTC where it is left out.' })
  on?: string | null;
}

@InputType()
export class AnswerAdviceRequestInput extends EditOnDayInput {}

@InputType()
export class CloseAdviceRequestInput extends EditOnDayInput {}
