import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { DataCategory, SharingPurpose } from './data-sharing-agreement.ts';

@InputType()
export class ConcludeAgreementInput extends NewInput {
  @Field(() => ID)
  partnershipId: string;

  @Field(() => [ID], { description: 'Two or more partners of the partnership that have accepted, up to 50.' })
  parties: string[];

  @Field(() => SharingPurpose)
  purpose: SharingPurpose;

  @Field(() => [DataCategory], { description: 'What is shared, each once.' })
  categories: DataCategory[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day; today where none is given.' })
  on?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day, where it is set from the beginning.' })
  until?: string | null;
}

@InputType()
export class EndAgreementInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; today where none is given.' })
  on?: string | null;
}
