import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { Partnership } from '../partnership/partnership.ts';

export enum SharingPurpose {
  CASE_WORK = 'CASE_WORK',
  PAYROLL_HOST = 'PAYROLL_HOST',
  INCENTIVE_CONTROL = 'INCENTIVE_CONTROL',
  STATISTICS = 'STATISTICS',
  AUDIT = 'AUDIT',
  DATA_SUBJECT = 'DATA_SUBJECT',
}
registerEnumType(SharingPurpose, {
  name: 'SharingPurpose',
  description: 'What data may be shared for. The list is closed: for nothing else.',
  valuesConfig: {
    CASE_WORK: { description: 'Support of a person by those who work with them.' },
    PAYROLL_HOST: { description: 'Employment of a person by a parent institution.' },
    INCENTIVE_CONTROL: { description: 'The check whether an incentive was used as it was meant.' },
    STATISTICS: { description: 'Counts for outcomes, in which nobody can be recognised.' },
    AUDIT: { description: 'The control of the partnership by those who fund or supervise it.' },
    DATA_SUBJECT: { description: 'The answer to a person who asks for the data about them.' },
  },
});

export enum DataCategory {
  JOURNEY = 'JOURNEY',
  EMPLOYMENT = 'EMPLOYMENT',
  SUPPORT_HOURS = 'SUPPORT_HOURS',
  INCENTIVES = 'INCENTIVES',
  SERVICES = 'SERVICES',
  COUNTS = 'COUNTS',
}
registerEnumType(DataCategory, {
  name: 'DataCategory',
  description: 'What kind of data is shared; of a person never more than these say, under a pseudonym.',
  valuesConfig: {
    JOURNEY: { description: 'How far a person has come: assessed, planned, in training, employed.' },
    EMPLOYMENT: { description: 'That and from when to when a person is employed.' },
    SUPPORT_HOURS: { description: 'Types and hours of training, therapy and advice.' },
    INCENTIVES: { description: 'Incentives of a manufactory, and what was paid of them.' },
    SERVICES: { description: 'Services of a manufactory, and what was ordered of them.' },
    COUNTS: { description: 'Numbers without any person behind them.' },
  },
});

@Entity()
@ObjectType({
  implements: Node,
  description: 'What partners agreed to share with each other, and what for (porozumienie o udostępnianiu danych).',
})
@Directive('@key(fields: "id")')
export class DataSharingAgreement extends OwnedRow {
  @ManyToOne(() => Partnership, { mapToPk: true, fieldName: 'partnership_id' })
  partnershipId: string;

  @Enum({ items: () => SharingPurpose, type: 'string', columnType: 'text' })
  @Field(() => SharingPurpose)
  purpose: SharingPurpose;

  @Enum({ items: () => DataCategory, array: true, columnType: 'text[]' })
  @Field(() => [DataCategory], { description: 'What is shared.' })
  categories: DataCategory[];

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day on which it is in force.' })
  since: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day; none where it holds until it is ended.',
  })
  until: string | null = null;

  isInForce(on: string): boolean {
    return this.since <= on && (this.until === null || on <= this.until);
  }

  end(on: string): void {
    if (this.until !== null && this.until <= on) {
      const message = `The agreement ${this.id} ends on ${this.until} anyway. An earlier day is one that can be set.`;
      throw new DomainError('CONFLICT', message, { id: this.id, until: this.until });
    }
    if (on < this.since) {
      throw new Invalid(`The agreement is in force from ${this.since}: it ends on that day or later; got ${on}.`, {
        field: 'on',
      });
    }
    this.until = on;
  }

  override assertValid(): void {
    if (this.until !== null && this.until < this.since) {
      throw new Invalid(`An agreement cannot end (${this.until}) before it begins (${this.since}).`, {
        field: 'until',
      });
    }
    if (this.categories.length === 0 || new Set(this.categories).size < this.categories.length) {
      throw new Invalid('An agreement names each kind of data that is shared once, and at least one.', {
        field: 'categories',
      });
    }
  }
}
