import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { assertStatus } from '../status.ts';
import { CentreRow } from '../support-centre/centre-row.ts';

export enum ConsultationStatus {
  PLANNED = 'PLANNED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  REPORTED = 'REPORTED',
}
registerEnumType(ConsultationStatus, {
  name: 'ConsultationStatus',
  description: 'A consultation is planned, open to answers, closed, and at last reported to the community.',
});

@Entity()
@ObjectType({
  implements: Node,
  description:
    'A centre asks the community of a place (konsultacje społeczne). The answers stay with the centre; what it learnt is in the report.',
})
@Directive('@key(fields: "id")')
export class Consultation extends CentreRow {
  @Property({ type: 'text' })
  @Field(() => String)
  question: string;

  @Enum({ items: () => ConsultationStatus, type: 'string', columnType: 'text' })
  @Field(() => ConsultationStatus)
  status: ConsultationStatus = ConsultationStatus.PLANNED;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The planned first day; once it is open, the real one.' })
  opensOn: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The planned last day; once it is closed, the real one.' })
  closesOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  reportedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the centre learnt, once it is reported.' })
  report: string | null = null;

  /** One that opens late closes late: on its last day as planned, or as newly planned here. */
  open(on: string, closesOn: string | null): void {
    assertStatus(this, nameOf(this), 'opened', [ConsultationStatus.PLANNED]);
    this.status = ConsultationStatus.OPEN;
    this.opensOn = on;
    if (closesOn !== null) this.closesOn = closesOn;
    this.assertValid();
  }

  close(on: string): void {
    assertStatus(this, nameOf(this), 'closed', [ConsultationStatus.OPEN]);
    this.status = ConsultationStatus.CLOSED;
    this.closesOn = on;
    this.assertValid();
  }

  publishReport(report: string, on: string): void {
    assertStatus(this, nameOf(this), 'reported', [ConsultationStatus.CLOSED]);
    this.status = ConsultationStatus.REPORTED;
    this.report = report;
    this.reportedOn = on;
    this.assertValid();
  }

  assertTakesAnswers(): void {
    assertStatus(this, nameOf(this), 'answered', [ConsultationStatus.OPEN]);
  }

  /** Needs come out of what the community says, so from the first day on, and until the report sums them up. */
  assertVoicesNeeds(): void {
    assertStatus(this, nameOf(this), 'the source of a need', [ConsultationStatus.OPEN, ConsultationStatus.CLOSED]);
  }

  override assertValid(): void {
    if (!this.question.trim()) throw new Invalid('A consultation needs a question.', { field: 'question' });
    if (this.closesOn < this.opensOn) {
      throw new Invalid(
        `A consultation cannot close (${this.closesOn}) before it opens (${this.opensOn}). Name a later last day.`,
        { field: 'closes_on' },
      );
    }
    const isReported = this.status === ConsultationStatus.REPORTED;
    if (isReported !== Boolean(this.report?.trim())) {
      throw new Invalid('A consultation has a report if, and only if, it is REPORTED.', { field: 'report' });
    }
    if (isReported !== (this.reportedOn !== null)) {
      throw new Invalid('A consultation has a day of its report if, and only if, it is REPORTED.', {
        field: 'reported_on',
      });
    }
    if (this.reportedOn !== null && this.reportedOn < this.closesOn) {
      throw new Invalid(
        `A consultation cannot be reported (${this.reportedOn}) before it is closed (${this.closesOn}).`,
        { field: 'reported_on' },
      );
    }
  }
}

const nameOf = ({ question }: Consultation): string => `The consultation "${question}"`;
