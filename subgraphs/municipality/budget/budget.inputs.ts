import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import type { Order } from '../../../shared/connection/cursor.ts';
import { CurrencyCode } from '../../../shared/scalar/currency-code.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { EditInput, NewInput } from '../../../shared/write/write-inputs.ts';
import { BudgetStatus } from './budget.ts';

export enum BudgetOrder {
  OLDEST_FIRST = 'OLDEST_FIRST',
  NEWEST_FIRST = 'NEWEST_FIRST',
}
registerEnumType(BudgetOrder, { name: 'BudgetOrder', description: 'By the year that they are for.' });

export const BUDGET_ORDERS: Record<BudgetOrder, Order[]> = {
  OLDEST_FIRST: [{ property: 'year' }],
  NEWEST_FIRST: [{ property: 'year', descending: true }],
};

@InputType()
export class BudgetFilter {
  @Field(() => String, { nullable: true, description: 'For this territory, or one beneath it.' })
  territory?: string;

  @Field(() => Int, { nullable: true })
  year?: number;

  @Field(() => BudgetStatus, { nullable: true })
  status?: BudgetStatus;
}

@InputType()
export class NewBudgetLineInput {
  @Field(() => String, { description: 'Unique in its budget.' })
  code: string;

  @Field(() => String)
  title: string;

  @Field(() => Decimal)
  amount: string;

  @Field(() => ID, { nullable: true, description: 'The consultation that it follows from.' })
  consultationId?: string | null;
}

@InputType()
export class DraftBudgetInput extends NewInput {
  @Field(() => ID)
  municipalityId: string;

  @Field(() => Int)
  year: number;

  @Field(() => CurrencyCode)
  currency: string;

  @Field(() => [NewBudgetLineInput], { description: 'One to 100 lines.' })
  lines: NewBudgetLineInput[];
}

@InputType()
export class AdoptBudgetInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}

@InputType()
export class ExecuteBudgetInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;
}

@InputType()
export class BudgetLineChangeInput {
  @Field(() => ID)
  budgetLineId: string;

  @Field(() => Decimal, { description: 'What the line holds from now on; not less than is awarded from it.' })
  amount: string;
}

@InputType()
export class AmendBudgetInput extends EditInput {
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Today where none is given.' })
  on?: string | null;

  @Field(() => String)
  reason: string;

  @Field(() => [BudgetLineChangeInput], { description: 'One to 100 lines of the budget, each once.' })
  changes: BudgetLineChangeInput[];
}
