import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { retainedUntil } from '../../../shared/people/retention.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { Contract, Work } from '../beneficiary/purposes.ts';
import { Manufactory } from '../manufactory/manufactory.ts';
import { assertHours } from './weekly-hours.ts';

export enum ContractType {
  EMPLOYMENT = 'EMPLOYMENT',
  COOPERATIVE_EMPLOYMENT = 'COOPERATIVE_EMPLOYMENT',
  MANDATE = 'MANDATE',
  SPECIFIC_WORK = 'SPECIFIC_WORK',
  INTERNSHIP = 'INTERNSHIP',
}
registerEnumType(ContractType, {
  name: 'ContractType',
  description:
    'Contract of employment (umowa o pracę), the same in a cooperative, of mandate (zlecenie), for specific work (o dzieło), or an internship (staż).',
});

export enum EmploymentEndReason {
  TERM_OVER = 'TERM_OVER',
  OWN_WISH = 'OWN_WISH',
  OTHER_WORK = 'OTHER_WORK',
  EMPLOYER = 'EMPLOYER',
  OTHER = 'OTHER',
}
registerEnumType(EmploymentEndReason, {
  name: 'EmploymentEndReason',
  description: 'Why work ended: the term was over, by own wish, for other work, by the employer, or otherwise.',
});

/** The work of a person, whom this subgraph knows by a pseudonym of its own and by nothing else. */
@Entity()
@ObjectType({
  description: 'Work of a person in a manufactory; contract, hours and days, and nothing about the person.',
})
@Work
export class Employment extends OwnedRow {
  @ManyToOne(() => Manufactory, { mapToPk: true, fieldName: 'manufactory_id' })
  manufactoryId: string;

  @Property({ type: 'uuid' })
  hostPseudonym: string;

  @Enum({ items: () => ContractType, type: 'string', columnType: 'text' })
  @Field(() => ContractType, { nullable: true })
  @Contract
  contractType: ContractType;

  @Property({ type: 'decimal', precision: 4, scale: 1, runtimeType: 'string' })
  @Field(() => Decimal, { nullable: true, description: 'Hours of a week, to a tenth; up to 48.' })
  @Contract
  weeklyHours: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  @Work
  startsOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day, agreed or reached; null without a term.',
  })
  @Work
  endsOn: string | null = null;

  @Enum({ items: () => EmploymentEndReason, type: 'string', columnType: 'text', nullable: true })
  @Field(() => EmploymentEndReason, { nullable: true, description: 'Known when it has been ended.' })
  @Contract
  endReason: EmploymentEndReason | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which papers about it are kept; known with the last day of work.',
  })
  @Contract
  retainUntil: string | null = null;

  @Field(() => ID)
  @Work
  override get id(): string {
    return super.id;
  }

  @Field(() => String, { nullable: true, description: 'Where the facts come from.' })
  @Contract
  override source: string | null;

  @Field(() => Int, { description: 'Grows with each change.' })
  @Work
  override version: number;

  /** Work that has a last day is kept on paper for some years behind it, and behind the day on which this was recorded. */
  lastUntil(day: string | null): void {
    this.endsOn = day;
    this.retainUntil = day && retainedUntil(day);
  }

  end(on: string, reason: EmploymentEndReason): void {
    if (this.endReason !== null) {
      throw new DomainError('CONFLICT', 'This employment has ended already: see `endsOn`.', {
        guard: 'notEnded',
        id: this.id,
      });
    }
    this.lastUntil(on);
    this.endReason = reason;
  }

  override assertValid(): void {
    assertHours(this.weeklyHours);
    if (this.endsOn === null || this.endsOn >= this.startsOn) return;
    throw new Invalid('Work does not end before it begins: see `startsOn`.', { field: 'on' });
  }
}
