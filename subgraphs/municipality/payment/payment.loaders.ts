import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments } from '../../../shared/database/loaders.ts';
import { paidByIncentive } from './paid.ts';
import { Payment } from './payment.ts';

export const paymentLoaders = (em: EntityManager) => ({
  /** The sum of what was paid; null where nothing was. */
  paidByIncentive: new DataLoader(async (ids: readonly string[]): Promise<(string | null)[]> => {
    const paid = await paidByIncentive(em, ids);
    return ids.map((id) => paid.get(id) ?? null);
  }),
  paymentsByIncentive: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: Payment, order: [{ property: 'paidOn' }] }, 'incentiveId', page),
  ),
});
