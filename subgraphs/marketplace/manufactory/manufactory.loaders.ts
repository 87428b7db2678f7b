import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { loadersByArguments } from '../../../shared/database/loaders.ts';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { Money } from '../../../shared/money/money.ts';
import type { Period } from '../../../shared/period/period.ts';

/** What a manufactory earned in one currency; the share is null where that is nothing. */
export interface Income {
  earned: Money;
  marketShare: string | null;
}

interface IncomeRow {
  manufactory: string;
  currency: string;
  amount: string;
  market_share: string | null;
}

/** Only what was delivered has a day of delivery, whether it is invoiced yet or not. */
const INCOME = `
  select manufactory, currency, amount::text,
    round(100 * from_market / nullif(amount, 0), 1)::text as market_share
  from (
    select service.manufactory_id as manufactory, sold.currency,
      sum(sold.unit_price * sold.quantity) as amount,
      coalesce(sum(sold.unit_price * sold.quantity) filter (where sold.client_kind <> 'MUNICIPALITY'), 0) as from_market
    from service_order as sold
    join service on service.id = sold.service_id
    where service.manufactory_id = any(string_to_array(?, ',')::uuid[])
      and sold.delivered_on >= ? and sold.delivered_on < ?
    group by service.manufactory_id, sold.currency
  ) as income
  order by currency`;

export const manufactoryLoaders = (em: EntityManager) => ({
  /** What each manufactory earned in a period, one entry for each currency; all in one statement. */
  incomeByManufactory: loadersByArguments(
    ({ start, end }: Period) =>
      new DataLoader(async (ids: readonly string[]): Promise<Income[][]> => {
        // everybody may see the sum of orders that seller and client alone may see
        const rows = await asSystem(() => em.execute<IncomeRow[]>(INCOME, [ids.join(), start, end]));
        const byManufactory = Map.groupBy(rows, ({ manufactory }) => manufactory);
        return ids.map((id) => (byManufactory.get(id) ?? []).map(toIncome));
      }),
  ),
});

const toIncome = ({ amount, currency, market_share }: IncomeRow): Income => ({
  earned: new Money(amount, currency),
  marketShare: market_share,
});
