import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { ContractType, EmploymentEndReason } from './employment.ts';

@InputType()
export class EmployInput extends NewInput {
  @Field(() => ID)
  manufactoryId: string;

  @Field(() => ID, { description: 'The pseudonym by which the host knows the person.' })
  hostPseudonym: string;

  @Field(() => ContractType)
  contractType: ContractType;

  @Field(() => Decimal, { description: 'Hours of a week, to a tenth; up to 48.' })
  weeklyHours: string;

  @Field(() => GraphQLLocalDate)
  startsOn: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day, where there is a term.' })
  endsOn?: string | null;
}

@InputType()
export class EndEmploymentInput extends EditInput {
  @Field(() => EmploymentEndReason)
  reason: EmploymentEndReason;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; today where none is said.' })
  on?: string | null;
}
