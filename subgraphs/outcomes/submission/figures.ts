import type { EntityManager } from '@mikro-orm/postgresql';
import type { Basis } from './submission.ts';

/** One raw count of a submission: a whole number of the indicator's last digit. */
export interface CountedFigure {
  readonly indicator: string;
  /** '' for all. */
  readonly category: string;
  readonly territory: string;
  readonly value: number;
  readonly basis: Basis;
}

/** Stores figures in one statement; they are never changed, for a correction is another submission. */
export async function storeFigures(
  em: EntityManager,
  submissionId: string,
  figures: readonly CountedFigure[],
): Promise<void> {
  await em.execute(
    `insert into figure (submission_id, indicator, category, territory_code, value, basis)
       select ?, indicator, category, territory, value, basis from jsonb_to_recordset(?::jsonb)
         as given(indicator text, category text, territory text, value bigint, basis text)`,
    [submissionId, JSON.stringify(figures)],
  );
}

/** What these submissions counted of one indicator, summed: by category, then by territory. */
export async function countsOf(
  em: EntityManager,
  submissions: readonly string[],
  indicator: string,
): Promise<Map<string, Map<string, number>>> {
  const rows = await em.execute<{ category: string; territory_code: string; value: string }[]>(
    `select category, territory_code, sum(value)::text as value from figure
      where submission_id = any(string_to_array(?, ',')::uuid[]) and indicator = ? group by category, territory_code`,
    [submissions.join(), indicator],
  );
  const counts = new Map<string, Map<string, number>>();
  for (const { category, territory_code, value } of rows) {
    const byTerritory = counts.get(category) ?? new Map<string, number>();
    counts.set(category, byTerritory.set(territory_code, Number(value)));
  }
  return counts;
}

/** The codes of the territories for which a submission counts. */
export async function territoriesOf(em: EntityManager, submissionId: string): Promise<string[]> {
  const rows = await em.execute<{ territory_code: string }[]>(
    'select distinct territory_code from figure where submission_id = ? order by territory_code',
    [submissionId],
  );
  return rows.map(({ territory_code }) => territory_code);
}

/** How many figures each submission has; one without any is left out. */
export async function figureCounts(em: EntityManager, submissions: readonly string[]): Promise<Map<string, number>> {
  const rows = await em.execute<{ submission_id: string; count: number }[]>(
    `select submission_id, count(*)::int as count from figure
      where submission_id = any(string_to_array(?, ',')::uuid[]) group by submission_id`,
    [submissions.join()],
  );
  return new Map(rows.map(({ submission_id, count }) => [submission_id, count]));
}
