import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { NewInput } from '../../../shared/write/write-inputs.ts';

@InputType()
export class SocialPolicyFilter {
  @Field(() => String, { nullable: true, description: 'Holding in this territory, or beneath it.' })
  territory?: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Holding on this day.' })
  validOn?: string;
}

@InputType()
export class AdoptSocialPolicyInput extends NewInput {
  @Field(() => ID)
  municipalityId: string;

  @Field(() => String)
  title: string;

  @Field(() => String)
  resolutionNumber: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The day of the resolution; today where none is given.',
  })
  on?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day of the resolution where none is given.' })
  validFrom?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true })
  validUntil?: string | null;
}
