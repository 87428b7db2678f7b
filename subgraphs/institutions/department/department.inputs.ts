import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';

@InputType()
export class DepartmentFilter {
  @Field(() => Boolean, { nullable: true, description: 'Only those that are open, or only those that are closed.' })
  open?: boolean | null;
}

@InputType()
export class OpenDepartmentInput extends NewInput {
  @Field(() => ID)
  parentInstitutionId: string;

  @Field(() => String)
  name: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its first day; today where none is said.' })
  on?: string | null;
}

@InputType()
export class CloseDepartmentInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day; today where none is said.' })
  on?: string | null;
}
