import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { OfHost } from '../beneficiary/purposes.ts';
import { assertHours } from '../employment/weekly-hours.ts';
import { Manufactory } from '../manufactory/manufactory.ts';

export enum StaffRoleKind {
  MENTOR = 'MENTOR',
  MANAGER = 'MANAGER',
  TRAINER = 'TRAINER',
  ASSISTANT = 'ASSISTANT',
}
registerEnumType(StaffRoleKind, {
  name: 'StaffRoleKind',
  description: 'What staff of the parent institution does for a manufactory; a mentor (opiekun) stands by its people.',
});

@Entity()
@ObjectType({ description: 'What somebody of the staff of a parent institution does for a manufactory.' })
@OfHost
export class StaffRole extends OwnedRow {
  @ManyToOne(() => Manufactory, { mapToPk: true, fieldName: 'manufactory_id' })
  manufactoryId: string;

  /** The institution's own name for one of its staff; it never leaves this subgraph. */
  @Property({ type: 'uuid' })
  staffPseudonym: string;

  @Enum({ items: () => StaffRoleKind, type: 'string', columnType: 'text' })
  @Field(() => StaffRoleKind)
  @OfHost
  role: StaffRoleKind = StaffRoleKind.MENTOR;

  @Property({ type: 'decimal', precision: 4, scale: 1, runtimeType: 'string' })
  @Field(() => Decimal, { description: 'Hours of a week, to a tenth; up to 48.' })
  @OfHost
  weeklyHours: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  @OfHost
  startsOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day; null while it goes on.' })
  @OfHost
  endsOn: string | null = null;

  @Field(() => ID)
  @OfHost
  override get id(): string {
    return super.id;
  }

  @Field(() => String, { nullable: true, description: 'Where the facts come from.' })
  @OfHost
  override source: string | null;

  @Field(() => Int, { description: 'Grows with each change.' })
  @OfHost
  override version: number;

  end(on: string): void {
    if (this.endsOn !== null) {
      throw new DomainError('CONFLICT', 'This assignment has ended already: see `endsOn`.', {
        guard: 'notEnded',
        id: this.id,
      });
    }
    this.endsOn = on;
  }

  override assertValid(): void {
    assertHours(this.weeklyHours);
    if (this.endsOn === null || this.endsOn >= this.startsOn) return;
    throw new Invalid('An assignment does not end before it begins: see `startsOn`.', { field: 'on' });
  }
}
