import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { RowProblem } from '../../../shared/register/import-report.ts';
import type { ReadyRow } from '../../../shared/register/register.ts';
import { cents } from '../money/cents.ts';
import { BudgetLine } from './budget-line.ts';
import { spendingOf } from './spending.ts';

/** A line that was awarded from stays in its budget, and holds no less than is awarded. */
export async function budgetLineProblems(em: EntityManager, rows: ReadyRow<BudgetLine>[]): Promise<RowProblem[]> {
  const ids = rows.map(({ row }) => row.uuid);
  const stored = await lockedLines(em, ids);
  const spending = await spendingOf(em, ids);

  return rows.flatMap(({ line, row }) => {
    const awarded = cents(spending.get(row.uuid)?.awarded ?? '0');
    if (awarded > cents(row.amount))
      return [
        { line, column: 'amount', reason: `is less than the ${spending.get(row.uuid)?.awarded} awarded from it` },
      ];
    if (awarded === 0n || stored.get(row.uuid)?.budgetId === row.budgetId) return [];
    return [{ line, column: 'budget', reason: 'is not the budget from which the line was awarded' }];
  });
}

/** Locks lines, in the one order in which all do, and gives what is stored of them. */
export async function lockedLines(em: EntityManager, ids: string[]): Promise<Map<string, BudgetLine>> {
  const fork = em.fork({ keepTransactionContext: true, clear: true });
  const lines = await fork.find(
    BudgetLine,
    { uuid: { $in: ids } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { uuid: 'asc' } },
  );
  return new Map(lines.map((line) => [line.uuid, line]));
}
