import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { Manufactory } from '../manufactory/manufactory.stub.ts';
import { assertStatus } from '../status.ts';
import { CentreRow } from '../support-centre/centre-row.ts';

export enum TrainingTopic {
  MARKET = 'MARKET',
  MARKETING = 'MARKETING',
  FUNDRAISING = 'FUNDRAISING',
  GRANTS = 'GRANTS',
  BUSINESS_PLAN = 'BUSINESS_PLAN',
  OTHER = 'OTHER',
}
registerEnumType(TrainingTopic, { name: 'TrainingTopic' });

export enum TrainingStatus {
  PLANNED = 'PLANNED',
  RUNNING = 'RUNNING',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(TrainingStatus, {
  name: 'TrainingStatus',
  description: 'A training is planned, runs and is completed; until then it may be cancelled.',
});

@Entity()
@ObjectType({
  implements: Node,
  description: 'A training that a centre holds (szkolenie); who takes part is not told.',
})
@Directive('@key(fields: "id")')
export class Training extends CentreRow {
  /** It lives in the institutions subgraph; null where the training is for all. */
  @Property({ type: 'uuid', nullable: true })
  manufactoryId: string | null = null;

  @Enum({ items: () => TrainingTopic, type: 'string', columnType: 'text' })
  @Field(() => TrainingTopic)
  topic: TrainingTopic;

  @Property({ type: 'text' })
  @Field(() => String)
  title: string;

  @Property({ type: 'decimal', precision: 6, scale: 2 })
  @Field(() => Decimal, {
    description: 'How long it is in hours, to the quarter; once it is completed, how long it was.',
  })
  hours: string;

  @Enum({ items: () => TrainingStatus, type: 'string', columnType: 'text' })
  @Field(() => TrainingStatus)
  status: TrainingStatus = TrainingStatus.PLANNED;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The planned first day; once it runs, the real one.' })
  startsOn: string;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The planned last day; once it is completed, the real one.' })
  endsOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  cancelledOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' })
  cancellationReason: string | null = null;

  @Field(() => Manufactory, { nullable: true, description: 'The manufactory that it is for, where it is for one.' })
  get manufactory(): Manufactory | null {
    return this.manufactoryId === null ? null : Manufactory.of(this.manufactoryId);
  }

  /** A training that starts late ends late: on its last day as planned, or as newly planned here. */
  start(on: string, endsOn: string | null): void {
    assertStatus(this, nameOf(this), 'started', [TrainingStatus.PLANNED]);
    this.status = TrainingStatus.RUNNING;
    this.startsOn = on;
    if (endsOn !== null) this.endsOn = endsOn;
    this.assertValid();
  }

  complete(on: string, hours: string | null): void {
    assertStatus(this, nameOf(this), 'completed', [TrainingStatus.RUNNING]);
    this.status = TrainingStatus.COMPLETED;
    this.endsOn = on;
    if (hours !== null) this.hours = hours;
    this.assertValid();
  }

  cancel(reason: string, on: string): void {
    assertStatus(this, nameOf(this), 'cancelled', [TrainingStatus.PLANNED, TrainingStatus.RUNNING]);
    this.status = TrainingStatus.CANCELLED;
    this.cancelledOn = on;
    this.cancellationReason = reason;
    this.assertValid();
  }

  assertTakesPeople(): void {
    assertStatus(this, nameOf(this), 'taken up', [TrainingStatus.PLANNED, TrainingStatus.RUNNING]);
  }

  override assertValid(): void {
    if (!this.title.trim()) throw new Invalid('A training needs a title.', { field: 'title' });
    if (this.endsOn < this.startsOn) {
      throw new Invalid(
        `A training cannot end (${this.endsOn}) before it starts (${this.startsOn}). Name a later last day.`,
        { field: 'ends_on' },
      );
    }
    const isCancelled = this.status === TrainingStatus.CANCELLED;
    if (isCancelled !== (this.cancelledOn !== null)) {
      throw new Invalid('A training has a day of cancellation if, and only if, it is CANCELLED.', {
        field: 'cancelled_on',
      });
    }
    if (isCancelled !== Boolean(this.cancellationReason?.trim())) {
      throw new Invalid('A training has a reason for cancellation if, and only if, it is CANCELLED.', {
        field: 'cancellation_reason',
      });
    }
  }
}

const nameOf = ({ title }: Training): string => `The training "${title}"`;
