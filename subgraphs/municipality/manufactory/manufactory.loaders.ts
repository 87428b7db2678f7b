import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Money } from '../../../shared/money/money.ts';

const PAID = `
  select incentive.manufactory_id as manufactory, min(incentive.currency) as currency,
    round(coalesce(sum(payment.paid), 0) - sum(incentive.returned), 2)::text as amount
  from incentive
  left join (select incentive_id, sum(amount) as paid from payment group by incentive_id) as payment
    on payment.incentive_id = incentive.id
  where incentive.manufactory_id = any(string_to_array(?, ',')::uuid[])
  group by incentive.manufactory_id
  having count(distinct incentive.currency) = 1`;

export const manufactoryLoaders = (em: EntityManager) => ({
  /** What was paid on all its incentives, less what was returned; null where there are none, and where their currencies differ. */
  publicCostByManufactory: new DataLoader(async (ids: readonly string[]): Promise<(Money | null)[]> => {
    const rows = await em.execute<{ manufactory: string; currency: string; amount: string }[]>(PAID, [ids.join()]);
    const costs = new Map(rows.map(({ manufactory, amount, currency }) => [manufactory, new Money(amount, currency)]));
    return ids.map((id) => costs.get(id) ?? null);
  }),
});
