import { Field, ObjectType } from 'type-graphql';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { Fact } from '../beneficiary/purposes.ts';
import { SupportKind } from './support-session.ts';

@ObjectType({ description: 'How many hours of one kind of support there were.' })
@Fact
export class SupportHours {
  @Field(() => SupportKind)
  @Fact
  kind: SupportKind;

  @Field(() => Decimal)
  @Fact
  hours: string;
}
