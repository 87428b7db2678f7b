import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { connectionOf } from '../../../shared/connection/connection.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { Money } from '../../../shared/money/money.ts';
import { Budget } from '../budget/budget.ts';
import { BudgetLine } from '../budget-line/budget-line.ts';
import type { Context } from '../context.ts';
import { BudgetAmendment, BudgetLineChange } from './budget-amendment.ts';

export const BudgetAmendmentConnection = connectionOf(BudgetAmendment, 'BudgetAmendment');

@Resolver(() => BudgetAmendment)
export class BudgetAmendmentResolver {
  @FieldResolver(() => Budget, { nullable: true })
  budget(@Root() { budgetId }: BudgetAmendment, @Ctx() { loaders }: Context) {
    return loaders.budgetById.load(toGlobalId('Budget', budgetId));
  }

  @FieldResolver(() => [BudgetLineChange], { description: 'The lines that it changed, 100 at the most.' })
  changes(@Root() { uuid }: BudgetAmendment, @Ctx() { loaders }: Context) {
    return loaders.changesByAmendment.load(uuid);
  }
}

@Resolver(() => BudgetLineChange)
export class BudgetLineChangeResolver {
  @FieldResolver(() => BudgetLine, { nullable: true })
  budgetLine(@Root() { budgetLineId }: BudgetLineChange, @Ctx() { loaders }: Context) {
    return loaders.budgetLineById.load(toGlobalId('BudgetLine', budgetLineId));
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What the line held before.' })
  from(@Root() { budgetLineId, before }: BudgetLineChange, @Ctx() context: Context) {
    return money(budgetLineId, before, context);
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What the line held afterwards.' })
  to(@Root() { budgetLineId, after }: BudgetLineChange, @Ctx() context: Context) {
    return money(budgetLineId, after, context);
  }
}

async function money(budgetLineId: string, amount: string, { loaders }: Context): Promise<Money | null> {
  const line = await loaders.budgetLineById.load(toGlobalId('BudgetLine', budgetLineId));
  const budget = line && (await loaders.budgetById.load(toGlobalId('Budget', line.budgetId)));
  return budget && new Money(amount, budget.currency);
}
