import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { StaffRoleKind } from './staff-role.ts';

@InputType()
export class AssignMentorInput extends NewInput {
  @Field(() => ID)
  manufactoryId: string;

  @Field(() => ID, { description: 'The pseudonym by which the institution knows one of its staff.' })
  staffPseudonym: string;

  @Field(() => StaffRoleKind, { nullable: true, description: 'MENTOR, unless another role is said.' })
  role?: StaffRoleKind | null;

  @Field(() => Decimal, { description: 'Hours of a week, to a tenth; up to 48.' })
  weeklyHours: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day; today where none is said.' })
  on?: string | null;
}

@InputType()
export class EndAssignmentInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; today where none is said.' })
  on?: string | null;
}
