import type { EntityManager } from '@mikro-orm/postgresql';
import type { RowProblem } from '../../../shared/register/import-report.ts';
import type { ReadyRow } from '../../../shared/register/register.ts';
import { lockedLines } from '../budget-line/budget-line.rules.ts';
import { awardedWithout } from '../budget-line/spending.ts';
import { cents } from '../money/cents.ts';
import { paidByIncentive } from '../payment/paid.ts';
import { type Incentive, IncentiveStatus } from './incentive.ts';

/** What a scheme lets be awarded. */
interface Terms {
  scheme: string;
  municipality: string;
  kind: string;
  status: string;
  from: string | null;
  until: string | null;
  line: string;
  currency: string;
  budget_status: string;
}

const TERMS = `
  select scheme.id as scheme, scheme.municipality_id as municipality, scheme.kind, scheme.status,
    scheme.opened_on::text as from, coalesce(scheme.closed_on, scheme.closes_on)::text as until,
    line.id as line, budget.currency, budget.status as budget_status
  from incentive_scheme scheme
  join budget_line line on line.id = scheme.budget_line_id
  join budget on budget.id = line.budget_id
  where scheme.id = any(string_to_array(?, ',')::uuid[])
  for share of scheme, budget`;

/**
 * An award by a scheme is one that the scheme's terms and its budget line allow, whichever rows come before it; and no
 * award is less than was paid on it.
 */
export async function incentiveProblems(em: EntityManager, rows: ReadyRow<Incentive>[]): Promise<RowProblem[]> {
  const schemes = [...new Set(rows.flatMap(({ row }) => row.schemeId ?? []))];
  const terms = new Map((await em.execute<Terms[]>(TERMS, [schemes.join()])).map((one) => [one.scheme, one]));
  const lineIds = [...new Set([...terms.values()].map(({ line }) => line))];
  const lines = await lockedLines(em, lineIds);
  const ids = rows.map(({ row }) => row.uuid);
  const paid = await paidByIncentive(em, ids);
  const others = await awardedWithout(em, lineIds, ids);
  const awarded = new Map(lineIds.map((line) => [line, cents(others.get(line) ?? '0')]));

  return rows.flatMap(({ line, row }) => {
    const problem = (column: string, reason: string): RowProblem[] => [{ line, column, reason }];
    const paidOnIt = cents(paid.get(row.uuid) ?? '0');
    if (cents(row.awarded) < paidOnIt) return problem('awarded', `is less than the ${paid.get(row.uuid)} paid on it`);
    const its = row.schemeId === null ? undefined : terms.get(row.schemeId);
    if (!its) return [];

    const broken = brokenTerm(row, its);
    if (broken) return problem(...broken);
    const from = lines.get(its.line);
    const takes = (row.status === IncentiveStatus.REVOKED ? paidOnIt : cents(row.awarded)) - cents(row.returnedAmount);
    const sum = (awarded.get(its.line) ?? 0n) + takes;
    awarded.set(its.line, sum);
    if (!from || sum <= cents(from.amount)) return [];
    return problem(
      'awarded',
      `takes the budget line ${from.code} beyond the ${from.amount} ${its.currency} that it holds`,
    );
  });
}

/** The column and the reason. */
function brokenTerm(row: Incentive, terms: Terms): [string, string] | null {
  if (row.municipalityId !== terms.municipality) return ['scheme', 'is a scheme of another municipality'];
  if (row.kind !== terms.kind) return ['kind', `is not ${terms.kind}, which its scheme awards`];
  if (row.currency !== terms.currency) return ['currency', `is not ${terms.currency}, in which its scheme awards`];
  if (terms.budget_status === 'DRAFT')
    return ['scheme', 'awards from a budget that is a DRAFT; adopt the budget first'];
  if (terms.from === null) return ['scheme', 'is ANNOUNCED and not open yet'];
  if (row.awardedOn < terms.from) return ['awarded_on', `is before its scheme opened (${terms.from})`];
  if (terms.until !== null && row.awardedOn > terms.until)
    return ['awarded_on', `is after its scheme closed (${terms.until})`];
  return null;
}
