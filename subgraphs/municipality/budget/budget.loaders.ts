import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { BUDGET_ORDERS, type BudgetOrder } from './budget.inputs.ts';
import { Budget } from './budget.ts';

export const budgetLoaders = (em: EntityManager) => ({
  budgetById: rowById(em, Budget),
  budgetsByMunicipality: loadersByArguments(({ orderBy, ...page }: PageRequest & { orderBy: BudgetOrder }) =>
    pagesByKey(em, { entity: Budget, order: BUDGET_ORDERS[orderBy] }, 'municipalityId', page),
  ),
});
