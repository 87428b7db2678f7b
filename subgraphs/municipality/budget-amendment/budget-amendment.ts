import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Budget } from '../budget/budget.ts';
import { BudgetLine } from '../budget-line/budget-line.ts';

@Entity()
@ObjectType({ description: 'One change of an adopted budget, which is kept for good.' })
export class BudgetAmendment extends OwnedRow {
  @ManyToOne(() => Budget, { mapToPk: true, fieldName: 'budget_id' })
  budgetId: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: '1 for the first of its budget, and so on.' })
  number: number;

  @Property({ type: 'date', fieldName: 'amended_on' })
  @Field(() => GraphQLLocalDate)
  on: string;

  @Property({ type: 'text' })
  @Field(() => String)
  reason: string;
}

@Entity()
@ObjectType({ description: 'What an amendment made of one line.' })
export class BudgetLineChange extends OwnedRow {
  @ManyToOne(() => BudgetAmendment, { mapToPk: true, fieldName: 'amendment_id' })
  amendmentId: string;

  @ManyToOne(() => BudgetLine, { mapToPk: true, fieldName: 'budget_line_id' })
  budgetLineId: string;

  @Property({ type: 'decimal', precision: 14, scale: 2, fieldName: 'from_amount' })
  before: string;

  @Property({ type: 'decimal', precision: 14, scale: 2, fieldName: 'to_amount' })
  after: string;
}
