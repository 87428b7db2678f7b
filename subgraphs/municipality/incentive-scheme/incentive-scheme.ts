import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { BudgetLine } from '../budget-line/budget-line.ts';
import { IncentiveKind } from '../incentive/incentive-kind.ts';
import { Municipality } from '../municipality/municipality.ts';
import { Territory } from '../territory/territory.stub.ts';

export enum SchemeStatus {
  ANNOUNCED = 'ANNOUNCED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}
registerEnumType(SchemeStatus, {
  name: 'SchemeStatus',
  description: 'A scheme is announced, then open for awards, then closed.',
});

@Entity()
@ObjectType({
  implements: Node,
  description: 'By which a municipality awards incentives of one kind, from one budget line (system zachęt).',
})
@Directive('@key(fields: "id")')
export class IncentiveScheme extends PlacedRow {
  @ManyToOne(() => Municipality, { mapToPk: true, fieldName: 'municipality_id' })
  municipalityId: string;

  @ManyToOne(() => BudgetLine, { mapToPk: true, fieldName: 'budget_line_id' })
  budgetLineId: string;

  @Enum({ items: () => IncentiveKind, type: 'string', columnType: 'text' })
  @Field(() => IncentiveKind)
  kind: IncentiveKind;

  @Property({ type: 'text' })
  @Field(() => String)
  title: string;

  @Enum({ items: () => SchemeStatus, type: 'string', columnType: 'text' })
  @Field(() => SchemeStatus)
  status: SchemeStatus = SchemeStatus.ANNOUNCED;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The first day on which it may open.' })
  opensOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day for awards; null where none was set.' })
  closesOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which it did open.' })
  openedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which it did close.' })
  closedOn: string | null = null;

  @Field(() => Territory, { nullable: true, description: 'The territory for which it is made.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  open(on: string): void {
    this.refuseUnless(SchemeStatus.ANNOUNCED, 'opened');
    this.refuseOutside(on, this.opensOn, 'opened');
    this.status = SchemeStatus.OPEN;
    this.openedOn = on;
  }

  close(on: string): void {
    this.refuseUnless(SchemeStatus.OPEN, 'closed');
    if (this.openedOn !== null && on < this.openedOn) {
      throw new Invalid(`The scheme "${this.title}" cannot be closed on ${on}: it opened on ${this.openedOn}.`, {
        field: 'on',
        value: on,
      });
    }
    this.status = SchemeStatus.CLOSED;
    this.closedOn = on;
  }

  /** Throws where nothing may be awarded by it on that day. */
  assertAwards(on: string): void {
    this.refuseUnless(SchemeStatus.OPEN, 'awarded from');
    this.refuseOutside(on, this.openedOn ?? this.opensOn, 'awarded from');
  }

  override assertValid(): void {
    const { title, status, opensOn, closesOn, openedOn, closedOn } = this;
    if (closesOn !== null && closesOn < opensOn) {
      throw new Invalid(
        `The scheme "${title}" cannot close (${closesOn}) before it opens (${opensOn}). Take a later day, or none.`,
        { field: 'closes_on' },
      );
    }
    if ((openedOn !== null) !== (status !== SchemeStatus.ANNOUNCED)) {
      throw new Invalid(`The scheme "${title}" has a day on which it did open if, and only if, it is OPEN or CLOSED.`, {
        field: 'opened_on',
      });
    }
    if ((closedOn !== null) !== (status === SchemeStatus.CLOSED)) {
      throw new Invalid(`The scheme "${title}" has a day on which it did close if, and only if, it is CLOSED.`, {
        field: 'closed_on',
      });
    }
    if (openedOn && closedOn && closedOn < openedOn) {
      throw new Invalid(`The scheme "${title}" cannot have closed (${closedOn}) before it opened (${openedOn}).`, {
        field: 'closed_on',
      });
    }
  }

  private refuseUnless(needed: SchemeStatus, what: string): void {
    if (this.status === needed) return;
    throw new DomainError(
      'CONFLICT',
      `The scheme "${this.title}" cannot be ${what}: it is ${this.status}, and would have to be ${needed}.`,
      { id: this.id, status: this.status, allowed: [needed] },
    );
  }

  private refuseOutside(on: string, from: string, what: string): void {
    if (on >= from && (this.closesOn === null || on <= this.closesOn)) return;
    throw new Invalid(
      `The scheme "${this.title}" cannot be ${what} on ${on}: its days are from ${from} to ${this.closesOn ?? 'no set end'}.`,
      { field: 'on', value: on },
    );
  }
}
