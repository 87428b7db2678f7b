import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { NewInput } from '../../../shared/write/write-inputs.ts';

@InputType()
export class JoinNetworkInput extends NewInput {
  @Field(() => ID)
  networkId: string;

  @Field(() => ID)
  partnershipId: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}
