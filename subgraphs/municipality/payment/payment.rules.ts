import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { RowProblem } from '../../../shared/register/import-report.ts';
import type { ReadyRow } from '../../../shared/register/register.ts';
import { Incentive, IncentiveStatus } from '../incentive/incentive.ts';
import { cents } from '../money/cents.ts';
import { Payment } from './payment.ts';

/** Nothing is paid before its award, on one that is revoked, or beyond what was awarded: earlier payments count too. */
export async function paymentProblems(em: EntityManager, rows: ReadyRow<Payment>[]): Promise<RowProblem[]> {
  const ids = [...new Set(rows.map(({ row }) => row.incentiveId))];
  const found = await em.find(
    Incentive,
    { uuid: { $in: ids } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, orderBy: { uuid: 'asc' } },
  );
  const incentives = new Map(found.map((one) => [one.uuid, one]));
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
    if (incentive.status === IncentiveStatus.REVOKED && !isAsStored(em, row))
      return problem('incentive', 'was revoked, so nothing is paid on it');
    if (row.paidOn < incentive.awardedOn) return problem('paid_on', `is before the award (${incentive.awardedOn})`);
    if (add(row) <= cents(incentive.awarded)) return [];
    return problem(
      'amount',
      `takes the payments beyond the ${incentive.awarded} ${incentive.currency} that were awarded`,
    );
  });
}

/** A register keeps what was paid before an award was revoked. */
function isAsStored(em: EntityManager, row: Payment): boolean {
  const stored = em.getUnitOfWork().getOriginalEntityData(row);
  return stored?.incentiveId === row.incentiveId && stored.amount === row.amount && stored.paidOn === row.paidOn;
}
