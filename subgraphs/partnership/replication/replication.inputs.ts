import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';

@InputType()
export class ConsiderReplicationInput extends NewInput {
  @Field(() => ID, { description: 'The partnership whose model would be taken over.' })
  partnershipId: string;

  @Field(() => String, { description: 'The code of the other locality.' })
  territory: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}

@InputType()
export class AssessReadinessInput extends EditInput {
  @Field(() => Boolean, { description: 'Whether the place lost its industry.' })
  postIndustrial: boolean;

  @Field(() => String, { nullable: true, description: 'The problem to solve there; none where it is not defined yet.' })
  definedProblem?: string | null;

  @Field(() => Int, { description: 'How many organisations there are determined to work on it.' })
  determinedPartners: number;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}

@InputType()
export class StartReplicationInput extends EditInput {
  @Field(() => ID, { description: 'The partnership that came of it.' })
  startedPartnershipId: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}

@InputType()
export class AbandonReplicationInput extends EditInput {
  @Field(() => String)
  reason: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}
