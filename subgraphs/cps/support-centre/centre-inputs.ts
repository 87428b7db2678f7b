import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';

/** The input of a write that makes something new of a centre's. */
@InputType()
export abstract class CentreInput extends NewInput {
  @Field(() => ID, { description: 'The centre whose work it is.' })
  supportCentreId: string;

  @Field(() => String, {
    nullable: true,
    description: "The code of a territory; the centre's own where it is left out.",
  })
  territory?: string | null;
}

/** The input of a write that changes something on a day. */
@InputType()
export abstract class EditOnDayInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day; today in UTC where it is left out.' })
  on?: string | null;
}
