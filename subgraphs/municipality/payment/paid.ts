import { type EntityManager, raw } from '@mikro-orm/postgresql';
import { Payment } from './payment.ts';

/** The sum of the payments on each incentive, by its uuid; one without payments is not in it. */
export async function paidByIncentive(em: EntityManager, incentives: readonly string[]): Promise<Map<string, string>> {
  const sums = await em
    .createQueryBuilder(Payment, 'payment')
    .select([raw('incentive_id'), raw('sum(amount)::text as paid')])
    .where({ incentiveId: { $in: [...incentives] } })
    .groupBy('incentiveId')
    .execute<{ incentive_id: string; paid: string }[]>('all', false);
  return new Map(sums.map(({ incentive_id, paid }) => [incentive_id, paid]));
}
