import { type EntityManager, raw } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Payment } from './payment.ts';

export const paymentLoaders = (em: EntityManager) => ({
  /** The sum of what was paid; null where nothing was. */
  paidByIncentive: new DataLoader(async (ids: readonly string[]): Promise<(string | null)[]> => {
    const sums = await em
      .createQueryBuilder(Payment, 'payment')
      .select([raw('incentive_id'), raw('sum(amount)::text as paid')])
      .where({ incentiveId: { $in: [...ids] } })
      .groupBy('incentiveId')
      .execute<{ incentive_id: string; paid: string }[]>('all', false);
    const byIncentive = new Map(sums.map(({ incentive_id, paid }) => [incentive_id, paid]));
    return ids.map((id) => byIncentive.get(id) ?? null);
  }),
});
