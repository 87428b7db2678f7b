import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, InputType } from 'type-graphql';
import { CentreInput, EditOnDayInput } from '../support-centre/centre-inputs.ts';

@InputType()
export class AnnouncementFilter {
  @Field(() => String, { nullable: true, description: 'For the people of this territory, or beneath it.' })
  territory?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Shown on this day, and not withdrawn.' })
  shownOn?: string;
}

@InputType()
export class PublishAnnouncementInput extends CentreInput {
  @Field(() => String)
  title: string;

  @Field(() => String)
  text: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day; today in UTC where it is left out.' })
  shownFrom?: string | null;

  @Field(() => GraphQLLocalDate, { description: 'The last day.' })
  shownUntil: string;
}

@InputType()
export class WithdrawAnnouncementInput extends EditOnDayInput {}
