import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PlacedRow } from '../../../shared/database/placed-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { Municipality } from '../municipality/municipality.ts';
import { Territory } from '../territory/territory.stub.ts';

export enum BudgetStatus {
  DRAFT = 'DRAFT',
  ADOPTED = 'ADOPTED',
  AMENDED = 'AMENDED',
  EXECUTED = 'EXECUTED',
}
registerEnumType(BudgetStatus, {
  name: 'BudgetStatus',
  description: 'A budget is drafted, adopted, amended as often as need be, and executed.',
});

const IN_FORCE: BudgetStatus[] = [BudgetStatus.ADOPTED, BudgetStatus.AMENDED];

@Entity()
@ObjectType({
  implements: Node,
  description: 'What a municipality plans to spend on the model in one year (budżet gminy).',
})
@Directive('@key(fields: "id")')
export class Budget extends PlacedRow {
  @ManyToOne(() => Municipality, { mapToPk: true, fieldName: 'municipality_id' })
  municipalityId: string;

  @Property({ type: 'integer' })
  @Field(() => Int)
  year: number;

  /** One for all lines; each `Money` of the budget shows it. */
  @Property({ type: 'text' })
  currency: string;

  @Enum({ items: () => BudgetStatus, type: 'string', columnType: 'text' })
  @Field(() => BudgetStatus)
  status: BudgetStatus = BudgetStatus.DRAFT;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  adoptedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day of the last amendment.' })
  amendedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  executedOn: string | null = null;

  /** The number of the last amendment that was made in the hub; by it the version grows with each. */
  @Property({ type: 'integer' })
  amendmentCount = 0;

  @Field(() => Territory, { nullable: true, description: 'The territory for which it is made.' })
  get territory(): Territory {
    return { code: this.territoryCode };
  }

  adopt(on: string): void {
    this.refuseUnless([BudgetStatus.DRAFT], 'adopted');
    this.status = BudgetStatus.ADOPTED;
    this.adoptedOn = on;
  }

  /** Gives the number of this amendment. */
  amend(on: string): number {
    this.refuseUnless(IN_FORCE, 'amended');
    this.refuseBeforeTheLastChange(on, 'amended');
    this.status = BudgetStatus.AMENDED;
    this.amendedOn = on;
    this.amendmentCount += 1;
    return this.amendmentCount;
  }

  execute(on: string): void {
    this.refuseUnless(IN_FORCE, 'executed');
    this.refuseBeforeTheLastChange(on, 'executed');
    this.status = BudgetStatus.EXECUTED;
    this.executedOn = on;
  }

  /** Throws CONFLICT where nothing may be awarded from it. */
  assertInForce(): void {
    this.refuseUnless(IN_FORCE, 'awarded from');
  }

  override assertValid(): void {
    const { status, adoptedOn, amendedOn, executedOn } = this;
    if (this.year < 1900 || this.year > 2099) {
      throw new Invalid(`A budget is for a year from 1900 to 2099; got ${this.year}.`, { field: 'year' });
    }
    const days = [
      [adoptedOn, status !== BudgetStatus.DRAFT, 'adopted_on', 'adoption', 'is past DRAFT'],
      [executedOn, status === BudgetStatus.EXECUTED, 'executed_on', 'execution', 'is EXECUTED'],
    ] as const;
    for (const [day, expected, field, what, when] of days) {
      if ((day !== null) === expected) continue;
      throw new Invalid(`The budget for ${this.year} has a day of ${what} if, and only if, it ${when}.`, { field });
    }
    const mayBeAmended = status === BudgetStatus.AMENDED || (status === BudgetStatus.EXECUTED && amendedOn !== null);
    if ((amendedOn !== null) !== mayBeAmended) {
      throw new Invalid(
        `The budget for ${this.year} has a day of amendment if it is AMENDED, may have one if it is EXECUTED, and has none otherwise.`,
        { field: 'amended_on' },
      );
    }
    if (adoptedOn && amendedOn && amendedOn < adoptedOn) throw this.tooEarly('amended_on', amendedOn, adoptedOn);
    const changedOn = amendedOn ?? adoptedOn;
    if (changedOn && executedOn && executedOn < changedOn) throw this.tooEarly('executed_on', executedOn, changedOn);
  }

  private refuseUnless(allowed: BudgetStatus[], what: string): void {
    if (allowed.includes(this.status)) return;
    throw new DomainError(
      'CONFLICT',
      `The budget for ${this.year} cannot be ${what}: it is ${this.status}, and would have to be ${allowed.join(' or ')}.`,
      { id: this.id, status: this.status, allowed },
    );
  }

  private refuseBeforeTheLastChange(on: string, what: string): void {
    const changedOn = this.amendedOn ?? this.adoptedOn ?? on;
    if (on >= changedOn) return;
    throw new Invalid(
      `The budget for ${this.year} cannot be ${what} on ${on}: it last changed on ${changedOn}. Take that day or a later one.`,
      { field: 'on', value: on },
    );
  }

  private tooEarly(field: string, day: string, before: string): Invalid {
    return new Invalid(`The budget for ${this.year} cannot change on ${day}, before it did on ${before}.`, { field });
  }
}
