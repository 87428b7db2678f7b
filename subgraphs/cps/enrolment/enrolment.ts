import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { PersonalRow } from '../beneficiary/personal-row.ts';
import { assertPoint } from '../beneficiary/point.ts';
import { OfCase } from '../beneficiary/purposes.ts';
import { Training } from '../training/training.ts';

export enum EnrolmentStatus {
  ENROLLED = 'ENROLLED',
  COMPLETED = 'COMPLETED',
  DROPPED_OUT = 'DROPPED_OUT',
}
registerEnumType(EnrolmentStatus, { name: 'EnrolmentStatus' });

@Entity()
@ObjectType({ description: 'A beneficiary takes part in a training.' })
@OfCase
export class Enrolment extends PersonalRow {
  @ManyToOne(() => Training, { mapToPk: true, fieldName: 'training_id' })
  trainingId: string;

  @Enum({ items: () => EnrolmentStatus, type: 'string', columnType: 'text' })
  @Field(() => EnrolmentStatus)
  @OfCase
  status: EnrolmentStatus = EnrolmentStatus.ENROLLED;

  @Property({ type: 'decimal', precision: 6, scale: 2 })
  @Field(() => Decimal, { description: 'The hours that the person took part, to the quarter.' })
  @OfCase
  hours = '0.00';

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  @OfCase
  enrolledOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  @OfCase
  endedOn: string | null = null;

  end(as: EnrolmentStatus.COMPLETED | EnrolmentStatus.DROPPED_OUT, on: string, hours: string): void {
    assertPoint(this, 'taken out of a training', [EnrolmentStatus.ENROLLED]);
    this.status = as;
    this.endedOn = on;
    this.hours = hours;
    this.assertValid();
  }

  override assertValid(): void {
    if ((this.status === EnrolmentStatus.ENROLLED) !== (this.endedOn === null)) {
      throw new Invalid('An enrolment has a last day if, and only if, it has ended.', { field: 'endedOn' });
    }
    if (this.endedOn !== null && this.endedOn < this.enrolledOn) {
      throw new Invalid('An enrolment cannot end before it begins: see `enrolledOn`.', { field: 'on' });
    }
  }
}
