import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { PersonalRow } from '../beneficiary/personal-row.ts';
import { OfCase } from '../beneficiary/purposes.ts';

export enum SupportKind {
  ADVICE = 'ADVICE',
  THERAPY = 'THERAPY',
  TUTORING = 'TUTORING',
}
registerEnumType(SupportKind, { name: 'SupportKind' });

@Entity()
@ObjectType({
  description: 'A session of advice, therapy or tutoring (terapia, poradnictwo): kind and hours, never a note.',
})
@OfCase
export class SupportSession extends PersonalRow {
  @Enum({ items: () => SupportKind, type: 'string', columnType: 'text' })
  @Field(() => SupportKind)
  @OfCase
  kind: SupportKind;

  @Property({ type: 'decimal', precision: 6, scale: 2 })
  @Field(() => Decimal, { description: 'To the quarter of an hour.' })
  @OfCase
  hours: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  @OfCase
  heldOn: string;
}
