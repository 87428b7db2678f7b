import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import type { Partition, Publication } from '../disclosure-control/publication-rules.ts';
import { type IndicatorDefinition, IndicatorSubject, isDerived } from '../indicator/indicator-definition.ts';
import type { ReleaseToProtect } from './protect-release.ts';
import { isBelow } from './protect-territories.ts';

/** What the release would publish of people, and what others published before it of other periods. */
export function publicationsOf({ dataset, period, earlier }: ReleaseToProtect): Publication[] {
  const people = dataset.indicators.filter(({ subject }) => subject === IndicatorSubject.PERSON);
  const periods = new Set([period, ...earlier.map((release) => release.period)]);
  return people.flatMap(({ code, measure, lowestLevel, ...rest }) => {
    // Hours are of people, but no part of them.
    if ('people' in rest || ('formula' in rest && !('sum' in rest.formula))) return [];
    return Object.values(TerritoryLevel)
      .filter((level) => !isBelow(level, lowestLevel))
      .flatMap((level) =>
        [...periods]
          .filter((label) => label === period || wasPublished(earlier, code, label))
          .map((label) => ({ indicator: code, level, period: label, measure })),
      );
  });
}

function wasPublished(earlier: ReleaseToProtect['earlier'], indicator: string, period: string): boolean {
  return earlier.some(
    (release) =>
      release.period === period &&
      release.figures.columns.some((column) => column.indicator === indicator && column.hidden.includes(0)),
  );
}

/** Which indicators are parts of which, as the formulas say. */
export function partitionsOf(indicators: readonly IndicatorDefinition[]): Partition[] {
  return indicators.flatMap((indicator) => {
    if (!isDerived(indicator) || !('sum' in indicator.formula)) return [];
    const parts = indicator.formula.sum;
    const areCategories = parts.some(({ category }) => category !== undefined);
    const wholes = [...new Set(parts.map((part) => part.indicator))];
    if (areCategories) return wholes.map((whole) => ({ whole, parts: [indicator.code] }));
    return [{ whole: indicator.code, parts: wholes }];
  });
}
