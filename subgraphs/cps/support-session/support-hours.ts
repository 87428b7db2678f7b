import { Field, ObjectType } from 'type-graphql';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { SupportKind } from './support-session.ts';

@ObjectType({ description: 'How many hours of one kind of support there were.' })
export class SupportHours {
  @Field(() => SupportKind)
  kind: SupportKind;

  @Field(() => Decimal)
  hours: string;
}
