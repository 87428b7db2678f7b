import type { EntityManager } from '@mikro-orm/postgresql';
import type { DatasetDefinition } from '../dataset/dataset-definition.ts';
import type { FigureColumn } from '../dataset/figure-column.ts';
import { type Formula, isDerived, type Part } from '../indicator/indicator-definition.ts';
import { Basis } from '../submission/submission.ts';
import type { ReleasedColumn } from './release.ts';

const STRONGEST_FIRST = [Basis.MEASURED, Basis.SAMPLE, Basis.ESTIMATE, Basis.TARGET_GROUP];

/** Gives each column the weakest basis of all that was summed into it; a derived one that of its parts. */
export async function withWeakestBasis(
  em: EntityManager,
  dataset: DatasetDefinition,
  submissions: readonly string[],
  columns: readonly FigureColumn[],
): Promise<ReleasedColumn[]> {
  const found = await em.execute<{ indicator: string; category: string; basis: Basis }[]>(
    `select distinct indicator, category, basis from figure where submission_id = any(string_to_array(?, ',')::uuid[])`,
    [submissions.join()],
  );
  const bases = Map.groupBy(found, ({ indicator, category }) => keyOf({ indicator, category }));
  const partsOf = new Map(
    dataset.indicators.filter(isDerived).map(({ code, formula }) => [code, partsIn(formula)] as const),
  );
  return columns.map(({ indicator, category }) => {
    const summed = partsOf.get(indicator) ?? [{ indicator, category }];
    return { indicator, category, basis: weakest(summed.flatMap((part) => bases.get(keyOf(part)) ?? [])) };
  });
}

const keyOf = ({ indicator, category = '' }: Part): string => `${indicator} ${category}`;

/** Of nothing at all the strongest: that there was nothing is as sure as can be. */
const weakest = (found: readonly { basis: Basis }[]): Basis =>
  STRONGEST_FIRST.findLast((basis) => found.some((one) => one.basis === basis)) ?? Basis.MEASURED;

function partsIn(formula: Formula): readonly Part[] {
  if ('sum' in formula) return formula.sum;
  return 'some' in formula ? [...formula.some, ...formula.others] : [...formula.of, ...formula.per];
}
