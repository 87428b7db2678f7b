import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { NewInput } from '../../../shared/write/write-inputs.ts';
import { ParentOpinion } from './legal-form-advice.ts';

@InputType({ description: 'Forms are codes of the classification "LEGAL_FORM_PL", such as SOCIAL_COOPERATIVE.' })
export class AdviseLegalFormInput extends NewInput {
  @Field(() => ID)
  supportCentreId: string;

  @Field(() => ID)
  manufactoryId: string;

  @Field(() => String)
  recommendedCode: string;

  @Field(() => [String], { defaultValue: [], description: 'Other forms that would do.' })
  alternativeCodes: string[];

  @Field(() => String, { nullable: true, description: 'What its people proposed themselves, where they did.' })
  proposalCode?: string | null;

  @Field(() => ParentOpinion, { defaultValue: ParentOpinion.NONE })
  parentOpinion: ParentOpinion;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day; today in UTC where it is left out.' })
  on?: string | null;
}
