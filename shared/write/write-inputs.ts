import { Field, ID, InputType, Int } from 'type-graphql';
import type { WriteInput } from './write.ts';

/** The input of a write that makes something new. */
@InputType()
export abstract class NewInput implements WriteInput {
  @Field(() => String, {
    nullable: true,
    description: 'A text of your own choice; a write that is repeated with the same one acts once.',
  })
  idempotencyKey?: string | null;
}

/** The input of a write that changes what is there. */
@InputType()
export abstract class EditInput extends NewInput {
  @Field(() => ID)
  id: string;

  @Field(() => Int, { description: 'The version that you saw; the write is refused where it has changed since.' })
  expectedVersion: number;
}
