import { type Count, counting } from '../../../shared/figures/count-figures.ts';

const during = (day: string, table: string): string =>
  `${day} >= asked.start and ${day} < asked.end and coalesce(${table}.organisation_id = asked.organisation, true)`;

/** Money is spent where the incentive takes effect. What was given back has no day, and is taken off in no period. */
export const countPaid: Count = counting(`
  select 'NH-F2' as indicator, '' as category, territory_code as territory, sum(payment.amount)::text as value, currency
  from payment join incentive on incentive.id = incentive_id, asked
  where ${during('paid_on', 'payment')} group by territory_code, currency`);

/** What was awarded in the period stays awarded in it, whether it was revoked later or not. */
export const countAwarded: Count = counting(`
  select 'NH-F1' as indicator, '' as category, territory_code as territory, sum(amount)::text as value, currency
  from incentive, asked where ${during('awarded_on', 'incentive')} group by territory_code, currency`);
