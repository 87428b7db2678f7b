import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { BudgetLine } from './budget-line.ts';
import { type Spending, spendingOf, spendingOfBudgets } from './spending.ts';

const BY_CODE = { entity: BudgetLine, order: [{ property: 'code' }] };

export const budgetLineLoaders = (em: EntityManager) => ({
  budgetLineById: rowById(em, BudgetLine),
  budgetLinesByBudget: loadersByArguments((page: PageRequest) => pagesByKey(em, BY_CODE, 'budgetId', page)),
  budgetLinesByConsultation: loadersByArguments((page: PageRequest) => pagesByKey(em, BY_CODE, 'consultationId', page)),
  spendingByBudgetLine: new DataLoader(async (lines: readonly string[]): Promise<(Spending | null)[]> => {
    const found = await spendingOf(em, lines);
    return lines.map((line) => found.get(line) ?? null);
  }),
  spendingByBudget: new DataLoader(async (budgets: readonly string[]): Promise<(Spending | null)[]> => {
    const found = await spendingOfBudgets(em, budgets);
    return budgets.map((budget) => found.get(budget) ?? null);
  }),
});
