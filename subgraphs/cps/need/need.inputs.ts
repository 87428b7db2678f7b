import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { NewInput } from '../../../shared/write/write-inputs.ts';

export enum NeedOrder {
  NEWEST_FIRST = 'NEWEST_FIRST',
  TITLE_ASC = 'TITLE_ASC',
}
registerEnumType(NeedOrder, { name: 'NeedOrder' });

@InputType()
export class NeedFilter {
  @Field(() => String, { nullable: true, description: 'In this territory, or beneath it.' })
  territory?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the activity (NACE Rev. 2.1) that would answer it.',
  })
  activityCode?: string;
}

@InputType()
export class VoiceNeedInput extends NewInput {
  @Field(() => ID, { description: 'The consultation in which it was voiced.' })
  consultationId: string;

  @Field(() => String)
  title: string;

  @Field(() => String)
  description: string;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the activity (NACE Rev. 2.1, such as "S90.20") that would answer it.',
  })
  activityCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The code of the territory where the need is; the consultation's where it is left out.",
  })
  territory?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day; today in UTC where it is left out.' })
  on?: string | null;
}
