import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import type { FigureColumn } from '../dataset/figure-column.ts';
import { overlap } from '../disclosure-control/period.ts';
import { findIndicator } from '../indicator/catalogue.ts';
import { IndicatorSubject, Measure } from '../indicator/indicator-definition.ts';
import type { EarlierRelease } from '../protection/protect-release.ts';
import { Release } from './release.ts';
import { readReleasedFigures } from './stored-figures.ts';
import { concerning } from './visible-releases.ts';

/** The `sequence` of the last release that was published; 0 before the first. */
export async function lastSequence(em: EntityManager): Promise<number> {
  const [row] = await em.execute<{ last: number }[]>('select coalesce(max(sequence), 0)::int as last from release');
  return row?.last ?? 0;
}

/** The condition for what was published of a dataset with a territory in common; of two territories one is in the other, or they share none. */
export const publishedBeside = ({ dataset, territoryCode }: Pick<Release, 'dataset' | 'territoryCode'>) =>
  ({ dataset, sequence: { $ne: null }, ...concerning(territoryCode) }) as FilterQuery<Release>;

/**
 * Reads again, with what they withhold, all that was published beside a release up to a place in the order; the oldest
 * first. Of periods that have no day in common with its own, only what people's stocks were: nothing else tells of it.
 */
export async function earlierReleases(
  em: EntityManager,
  beside: Pick<Release, 'dataset' | 'territoryCode' | 'period'>,
  upTo: number,
): Promise<EarlierRelease[]> {
  const where = { $and: [publishedBeside(beside), { sequence: { $lte: upTo } }] };
  const releases = await em.find(Release, where, { orderBy: { sequence: 'asc' } });
  const earlier: EarlierRelease[] = [];
  for (const release of releases) {
    const isWanted = overlap(release.period, beside.period) ? undefined : isStockOfPeople;
    const figures = await readReleasedFigures(em, release, isWanted);
    earlier.push({ sequence: release.sequence as number, period: release.period, figures });
  }
  return earlier;
}

function isStockOfPeople({ indicator }: FigureColumn): boolean {
  const found = findIndicator(indicator);
  return found?.subject === IndicatorSubject.PERSON && found.measure === Measure.STOCK;
}
