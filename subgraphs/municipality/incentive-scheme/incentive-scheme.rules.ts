import type { EntityManager } from '@mikro-orm/postgresql';
import type { RowProblem } from '../../../shared/register/import-report.ts';
import type { ReadyRow } from '../../../shared/register/register.ts';
import { type IncentiveScheme, SchemeStatus } from './incentive-scheme.ts';

const MUNICIPALITIES = `
  select line.id as line, budget.municipality_id as municipality
  from budget_line line join budget on budget.id = line.budget_id
  where line.id = any(string_to_array(?, ',')::uuid[])`;

const AWARDED_BY = `
  select scheme.id as scheme, scheme.budget_line_id as line, scheme.kind
  from incentive_scheme scheme
  where scheme.id = any(string_to_array(?, ',')::uuid[])
    and exists (select from incentive where incentive.scheme_id = scheme.id)
  for update of scheme`;

/** A scheme awards from a line of its own municipality; once it has awarded, its line and kind stay as they are. */
export async function incentiveSchemeProblems(
  em: EntityManager,
  rows: ReadyRow<IncentiveScheme>[],
): Promise<RowProblem[]> {
  const lines = rows.map(({ row }) => row.budgetLineId).join();
  const owners = await em.execute<{ line: string; municipality: string }[]>(MUNICIPALITIES, [lines]);
  const municipalities = new Map(owners.map(({ line, municipality }) => [line, municipality]));
  const ids = rows.map(({ row }) => row.uuid).join();
  const awarded = await em.execute<{ scheme: string; line: string; kind: string }[]>(AWARDED_BY, [ids]);
  const awardedBy = new Map(awarded.map((one) => [one.scheme, one]));

  return rows.flatMap(({ line, row }) => {
    const problem = (column: string, reason: string): RowProblem[] => [{ line, column, reason }];
    if (municipalities.get(row.budgetLineId) !== row.municipalityId)
      return problem('budget_line', "is no line of a budget of the scheme's municipality");
    const before = awardedBy.get(row.uuid);
    if (!before) return [];
    if (before.line !== row.budgetLineId) return problem('budget_line', 'is not the line from which it has awarded');
    if (before.kind !== row.kind) return problem('kind', `is not ${before.kind}, which it has awarded`);
    if (row.status === SchemeStatus.ANNOUNCED) return problem('status', 'is ANNOUNCED, but it has awarded incentives');
    return [];
  });
}
