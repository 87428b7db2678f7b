import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { RowProblem } from '../../../shared/register/import-report.ts';
import type { ReadyRow } from '../../../shared/register/register.ts';
import { BudgetLine } from '../budget-line/budget-line.ts';
import { type Budget, BudgetStatus } from './budget.ts';

const AWARDED_FROM = `
  select line.budget_id as budget, min(incentive.currency) as currency
  from budget_line line
  join incentive_scheme scheme on scheme.budget_line_id = line.id
  join incentive on incentive.scheme_id = scheme.id
  where line.budget_id = any(string_to_array(?, ',')::uuid[])
  group by line.budget_id`;

/** A budget that was awarded from is no draft again, and keeps its currency. */
export async function budgetProblems(em: EntityManager, rows: ReadyRow<Budget>[]): Promise<RowProblem[]> {
  const ids = rows.map(({ row }) => row.uuid);
  await em.find(
    BudgetLine,
    { budgetId: { $in: ids } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { uuid: 'asc' } },
  );
  const found = await em.execute<{ budget: string; currency: string }[]>(AWARDED_FROM, [ids.join()]);
  const currencies = new Map(found.map(({ budget, currency }) => [budget, currency]));

  return rows.flatMap(({ line, row }) => {
    const awardedIn = currencies.get(row.uuid);
    if (!awardedIn) return [];
    if (row.status === BudgetStatus.DRAFT)
      return [{ line, column: 'status', reason: 'is DRAFT, but incentives were awarded from the budget' }];
    if (row.currency === awardedIn) return [];
    return [{ line, column: 'currency', reason: `is not ${awardedIn}, in which incentives were awarded from it` }];
  });
}
