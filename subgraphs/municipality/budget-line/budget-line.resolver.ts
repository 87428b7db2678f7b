import { Arg, Args, Ctx, Field, FieldResolver, ID, InputType, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { Money } from '../../../shared/money/money.ts';
import { uuidIn } from '../../../shared/write/named-row.ts';
import { Budget } from '../budget/budget.ts';
import type { Context } from '../context.ts';
import { BudgetLine } from './budget-line.ts';
import type { Spending } from './spending.ts';

export const BudgetLineConnection = connectionOf(BudgetLine, 'BudgetLine');

@InputType()
export class BudgetLineFilter {
  @Field(() => ID, { nullable: true, description: 'Of this budget.' })
  budgetId?: string;

  @Field(() => ID, { nullable: true, description: 'Following from this consultation.' })
  consultationId?: string;
}

@Resolver(() => BudgetLine)
export class BudgetLineResolver {
  @Query(() => BudgetLineConnection, { nullable: true, description: 'The lines of all budgets, by code.' })
  budgetLines(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => BudgetLineFilter, { nullable: true }) filter: BudgetLineFilter | null,
    @Ctx() { em }: Context,
  ) {
    const where = {
      ...(filter?.budgetId ? { budgetId: uuidIn('budgetId', 'Budget', filter.budgetId) } : {}),
      ...(filter?.consultationId
        ? { consultationId: uuidIn('consultationId', 'Consultation', filter.consultationId) }
        : {}),
    };
    return BudgetLineConnection.of(pageOf(em, { entity: BudgetLine, where, order: [{ property: 'code' }] }, page));
  }

  @Query(() => BudgetLine, { nullable: true })
  budgetLine(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveBudgetLine({ id }, context);
  }

  @FieldResolver(() => Budget, { nullable: true })
  budget(@Root() { budgetId }: BudgetLine, @Ctx() { loaders }: Context) {
    return loaders.budgetById.load(toGlobalId('Budget', budgetId));
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What it holds.' })
  amount(@Root() line: BudgetLine, @Ctx() context: Context) {
    return money(line, context, 'amount');
  }

  @FieldResolver(() => Money, {
    nullable: true,
    description: 'What is awarded from it: revoking an award frees what was not paid, and a return what was.',
  })
  awarded(@Root() line: BudgetLine, @Ctx() context: Context) {
    return money(line, context, 'awarded');
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What was paid from it, less what was returned.' })
  paid(@Root() line: BudgetLine, @Ctx() context: Context) {
    return money(line, context, 'paid');
  }

  @FieldResolver(() => Money, { nullable: true, description: 'What can still be awarded from it.' })
  available(@Root() line: BudgetLine, @Ctx() context: Context) {
    return money(line, context, 'available');
  }
}

/** Its currency is its budget's. */
async function money({ uuid, budgetId }: BudgetLine, { loaders }: Context, of: keyof Spending): Promise<Money | null> {
  const [spending, budget] = await Promise.all([
    loaders.spendingByBudgetLine.load(uuid),
    loaders.budgetById.load(toGlobalId('Budget', budgetId)),
  ]);
  return spending && budget && new Money(spending[of], budget.currency);
}

export const resolveBudgetLine = ({ id }: { id: string }, { loaders }: Context) => loaders.budgetLineById.load(id);
