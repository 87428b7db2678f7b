import type { EntityManager } from '@mikro-orm/postgresql';
import type { RowProblem } from '../../../shared/register/import-report.ts';
import type { ReadyRow } from '../../../shared/register/register.ts';
import { Incentive, IncentiveStatus } from '../incentive/incentive.ts';
import { Payment } from './payment.ts';

/** Cents as whole numbers, so that sums are exact. */
const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));

/** Nothing is paid before its award, on one that was revoked, or beyond what was awarded: earlier payments count too. */
export async function paymentProblems(em: EntityManager, rows: ReadyRow<Payment>[]): Promise<RowProblem[]> {
  const ids = [...new Set(rows.map(({ row }) => row.incentiveId))];
  const incentives = new Map((await em.find(Incentive, { uuid: { $in: ids } })).map((one) => [one.uuid, one]));
  const given = new Set(rows.map(({ row }) => row.uuid));
  const earlier = await em.find(Payment, { incentiveId: { $in: ids }, uuid: { $nin: [...given] } });
  const paid = new Map<string, bigint>();
  const add = ({ incentiveId, amount }: Payment): bigint => {
    const sum = (paid.get(incentiveId) ?? 0n) + cents(amount);
    paid.set(incentiveId, sum);
    return sum;
  };
  earlier.forEach(add);

  return rows.flatMap(({ line, row }) => {
    const incentive = incentives.get(row.incentiveId) as Incentive;
    const problem = (column: string, reason: string): RowProblem[] => [{ line, column, reason }];
    if (incentive.status === IncentiveStatus.REVOKED)
      return problem('incentive', 'was revoked, so nothing is paid on it');
    if (row.paidOn < incentive.awardedOn) return problem('paid_on', `is before the award (${incentive.awardedOn})`);
    if (add(row) <= cents(incentive.awarded)) return [];
    return problem(
      'amount',
      `takes the payments beyond the ${incentive.awarded} ${incentive.currency} that were awarded`,
    );
  });
}
