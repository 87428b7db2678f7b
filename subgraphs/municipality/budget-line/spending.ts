import type { EntityManager } from '@mikro-orm/postgresql';

/** What budget lines hold and what became of it: exact sums, made by the database. */
export interface Spending {
  amount: string;
  /** What was awarded and is not free again: revoking frees what was not paid, and a return what was. */
  awarded: string;
  paid: string;
  available: string;
}

/** What each award takes from its line. */
const AWARDS = `
  select scheme.budget_line_id as line, incentive.id as incentive,
    case incentive.status when 'REVOKED' then payments.sum else incentive.amount end - incentive.returned as awarded,
    payments.sum - incentive.returned as paid
  from incentive_scheme scheme
  join incentive on incentive.scheme_id = scheme.id
  cross join lateral (
    select coalesce(sum(payment.amount), 0.00) as sum from payment where payment.incentive_id = incentive.id
  ) as payments`;

const spendingBy = (key: 'id' | 'budget_id'): string => `
  select line.${key} as key, sum(line.amount)::text as amount, sum(spent.awarded)::text as awarded,
    sum(spent.paid)::text as paid, (sum(line.amount) - sum(spent.awarded))::text as available
  from budget_line line
  cross join lateral (
    select coalesce(sum(award.awarded), 0.00) as awarded, coalesce(sum(award.paid), 0.00) as paid
    from (${AWARDS}) as award
    where award.line = line.id
  ) as spent
  where line.${key} = any(string_to_array(?, ',')::uuid[])
  group by line.${key}`;

const AWARDED_WITHOUT = `
  select award.line as key, sum(award.awarded)::text as awarded
  from (${AWARDS}) as award
  where award.line = any(string_to_array(?, ',')::uuid[])
    and award.incentive <> all(string_to_array(?, ',')::uuid[])
  group by award.line`;

/** The spending of lines, by their uuids. */
export const spendingOf = (em: EntityManager, lines: readonly string[]): Promise<Map<string, Spending>> =>
  read(em, 'id', lines);

/** The spending of all lines of a budget together, by the budgets' uuids; a budget without lines is not in it. */
export const spendingOfBudgets = (em: EntityManager, budgets: readonly string[]): Promise<Map<string, Spending>> =>
  read(em, 'budget_id', budgets);

/** What is awarded from lines, some incentives left out, by the lines' uuids; a line without awards is not in it. */
export async function awardedWithout(
  em: EntityManager,
  lines: readonly string[],
  incentives: readonly string[],
): Promise<Map<string, string>> {
  const parameters = [lines.join(), incentives.join()];
  const rows = await em.execute<{ key: string; awarded: string }[]>(AWARDED_WITHOUT, parameters);
  return new Map(rows.map(({ key, awarded }) => [key, awarded]));
}

async function read(em: EntityManager, key: 'id' | 'budget_id', uuids: readonly string[]) {
  const rows = await em.execute<(Spending & { key: string })[]>(spendingBy(key), [uuids.join()]);
  return new Map(rows.map(({ key, ...spending }) => [key, spending]));
}
