import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { connectionOf, PageArguments } from '../../../shared/connection/connection.ts';
import { pageOf } from '../../../shared/connection/page.ts';
import { withinTerritory } from '../../../shared/database/placed-row.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { Money } from '../../../shared/money/money.ts';
import { BudgetAmendmentConnection } from '../budget-amendment/budget-amendment.resolver.ts';
import { BudgetLineConnection } from '../budget-line/budget-line.resolver.ts';
import type { Spending } from '../budget-line/spending.ts';
import type { Context } from '../context.ts';
import { Municipality } from '../municipality/municipality.ts';
import { BUDGET_ORDERS, BudgetFilter, BudgetOrder } from './budget.inputs.ts';
import { Budget } from './budget.ts';

export const BudgetConnection = connectionOf(Budget, 'Budget');

@Resolver(() => Budget)
export class BudgetResolver {
  @Query(() => BudgetConnection, { nullable: true, description: 'The budgets of municipalities.' })
  budgets(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => BudgetFilter, { nullable: true }) filter: BudgetFilter | null,
    @Arg('orderBy', () => BudgetOrder, { defaultValue: BudgetOrder.OLDEST_FIRST }) orderBy: BudgetOrder,
    @Ctx() { em }: Context,
  ) {
    const where = {
      ...withinTerritory(filter?.territory),
      ...(filter?.year == null ? {} : { year: filter.year }),
      ...(filter?.status ? { status: filter.status } : {}),
    };
    return BudgetConnection.of(pageOf(em, { entity: Budget, where, order: BUDGET_ORDERS[orderBy] }, page));
  }

  @Query(() => Budget, { nullable: true })
  budget(@Arg('id', () => ID) id: string, @Ctx() context: Context) {
    return resolveBudget({ id }, context);
  }

  @FieldResolver(() => Municipality, { nullable: true, description: 'Whose budget it is.' })
  municipality(@Root() { municipalityId }: Budget, @Ctx() { loaders }: Context) {
    return loaders.municipalityById.load(toGlobalId('Municipality', municipalityId));
  }

  @FieldResolver(() => BudgetLineConnection, { description: 'Its lines, by code.' })
  lines(@Root() { uuid }: Budget, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    return BudgetLineConnection.of(loaders.budgetLinesByBudget(page).load(uuid));
  }

  @FieldResolver(() => BudgetAmendmentConnection, {
    description: 'What was changed in the hub, the first amendment first.',
  })
  amendments(@Root() { uuid }: Budget, @Args(() => PageArguments) page: PageArguments, @Ctx() { loaders }: Context) {
    return BudgetAmendmentConnection.of(loaders.amendmentsByBudget(page).load(uuid));
  }

  @FieldResolver(() => Money, { description: 'What its lines hold together.' })
  amount(@Root() budget: Budget, @Ctx() context: Context) {
    return sum(budget, context, 'amount');
  }

  @FieldResolver(() => Money, { description: 'What is awarded from its lines and not free again.' })
  awarded(@Root() budget: Budget, @Ctx() context: Context) {
    return sum(budget, context, 'awarded');
  }

  @FieldResolver(() => Money, { description: 'What was paid from its lines, less what was returned.' })
  paid(@Root() budget: Budget, @Ctx() context: Context) {
    return sum(budget, context, 'paid');
  }

  @FieldResolver(() => Money, { description: 'What can still be awarded from its lines.' })
  available(@Root() budget: Budget, @Ctx() context: Context) {
    return sum(budget, context, 'available');
  }
}

async function sum({ uuid, currency }: Budget, { loaders }: Context, of: keyof Spending): Promise<Money> {
  return new Money((await loaders.spendingByBudget.load(uuid))?.[of] ?? '0.00', currency);
}

export const resolveBudget = ({ id }: { id: string }, { loaders }: Context) => loaders.budgetById.load(id);
