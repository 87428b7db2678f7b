import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { NewInput } from '../../../shared/write/write-inputs.ts';
import { CentreInput, EditOnDayInput } from '../support-centre/centre-inputs.ts';
import { ConsultationStatus } from './consultation.ts';

@InputType()
export class ConsultationFilter {
  @Field(() => String, { nullable: true, description: 'Of the people of this territory, or beneath it.' })
  territory?: string;

  @Field(() => ConsultationStatus, { nullable: true })
  status?: ConsultationStatus;
}

@InputType()
export class PlanConsultationInput extends CentreInput {
  @Field(() => String)
  question: string;

  @Field(() => GraphQLLocalDate)
  opensOn: string;

  @Field(() => GraphQLLocalDate)
  closesOn: string;
}

@InputType()
export class OpenConsultationInput extends EditOnDayInput {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day, where it will be another than planned.',
  })
  closesOn?: string | null;
}

@InputType()
export class CloseConsultationInput extends EditOnDayInput {}

@InputType()
export class ReportConsultationInput extends EditOnDayInput {
  @Field(() => String, { description: 'What the centre learnt, for everybody to read: it must tell of no person.' })
  report: string;
}

@InputType()
export class AnswerConsultationInput extends NewInput {
  @Field(() => ID)
  consultationId: string;

  @Field(() => String, { description: 'Up to 2000 characters; only the centre reads them.' })
  answer: string;

  @Field(() => String, { nullable: true, description: 'The code of the territory in which whoever answers lives.' })
  territory?: string | null;
}
