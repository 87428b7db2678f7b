import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments } from '../../../shared/database/loaders.ts';
import { BudgetAmendment, BudgetLineChange } from './budget-amendment.ts';

export const budgetAmendmentLoaders = (em: EntityManager) => ({
  amendmentsByBudget: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: BudgetAmendment, order: [{ property: 'number' }] }, 'budgetId', page),
  ),
  changesByAmendment: new DataLoader(async (amendments: readonly string[]): Promise<BudgetLineChange[][]> => {
    const found = await em.find(
      BudgetLineChange,
      { amendmentId: { $in: [...amendments] } },
      { orderBy: { uuid: 'asc' } },
    );
    const changes = Map.groupBy(found, ({ amendmentId }) => amendmentId);
    return amendments.map((amendment) => changes.get(amendment) ?? []);
  }),
});
