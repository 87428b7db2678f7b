import type { RowProblem } from '../../../shared/register/import-report.ts';
import { findTerritory } from '../../../shared/territory/territory.ts';
import type { DatasetDefinition } from '../dataset/dataset-definition.ts';
import type { CountedIndicator } from '../indicator/indicator-definition.ts';
import { categoriesOf } from '../indicator/trait.ts';
import { inUnit } from './figure-value.ts';
import { countedIn, type FigureLine } from './read-figures.ts';

/** Judges the lines of a submission together, each of which is right by itself. The reasons repeat the partner's own figures. */
export function judgeFigures(dataset: DatasetDefinition, lines: readonly FigureLine[]): RowProblem[] {
  const byIndicator = Map.groupBy(lines, ({ indicator }) => indicator);
  return countedIn(dataset).flatMap((indicator) => {
    const own = byIndicator.get(indicator.code) ?? [];
    return [
      ...countedTwice(own),
      ...unequalSums(indicator, own),
      ...(indicator.people ? ofNobody(own, indicator.people, byIndicator.get(indicator.people) ?? []) : []),
    ];
  });
}

/** Whoever is counted in a district would be counted again in its municipality. */
function countedTwice(lines: readonly FigureLine[]): RowProblem[] {
  const lineOf = new Map<string, number>();
  for (const { territory, line } of lines) if (!lineOf.has(territory)) lineOf.set(territory, line);
  return [...lineOf].flatMap(([territory, line]) => {
    const around = findTerritory(territory)?.path.split('/').slice(0, -2) ?? [];
    const other = around.find((code) => lineOf.has(code));
    if (!other) return [];
    const reason = `"${territory}" lies in ${other}, for which line ${lineOf.get(other)} counts. Count each person in one place`;
    return [{ line, column: 'territory', reason }];
  });
}

/** A breakdown that is given adds up to the whole, and a crossed one to each of the breakdowns that it crosses, in every territory. */
function unequalSums(indicator: CountedIndicator, lines: readonly FigureLine[]): RowProblem[] {
  const lineOf = new Map(lines.map((line) => [keyOf(line.category, line.territory), line]));
  const territories = new Set(lines.map(({ territory }) => territory));
  return indicator.breakdowns.flatMap((traits) => {
    const categories = new Set(categoriesOf(traits));
    const given = lines.filter(({ category }) => categories.has(category));
    if (given.length === 0) return [];

    return traits.flatMap((summed) => {
      const sums = sumOver(summed, given);
      const wholes = categoriesOf(traits.filter((trait) => trait !== summed));
      return wholes.flatMap((whole) =>
        [...territories].flatMap((territory) => {
          const key = keyOf(whole, territory);
          const { value: sum, line } = sums.get(key) ?? { value: 0, line: 1 };
          const all = lineOf.get(key);
          if (sum === (all?.value ?? 0)) return [];
          const parts = `${traits.toSorted().join(';')} adds up to ${inUnit(sum, indicator)}`;
          const reason = `${whole || 'all'} of ${indicator.code} in ${territory} is ${inUnit(all?.value ?? 0, indicator)}, and ${parts}; give a breakdown for every territory, or leave it out`;
          return [{ line: all?.line ?? line, column: 'value', reason }];
        }),
      );
    });
  });
}

/** The sums over one trait, by the rest of the category and territory, each with its first line. */
function sumOver(trait: string, lines: readonly FigureLine[]): Map<string, { value: number; line: number }> {
  const sums = new Map<string, { value: number; line: number }>();
  for (const { category, territory, value, line } of lines) {
    const rest = category.split(';').filter((part) => !part.startsWith(`${trait}=`));
    const key = keyOf(rest.join(';'), territory);
    const sum = sums.get(key) ?? { value: 0, line };
    sums.set(key, { value: sum.value + value, line: sum.line });
  }
  return sums;
}

/** Hours and the like are of people, who are counted in the same place. */
function ofNobody(hours: readonly FigureLine[], people: string, counted: readonly FigureLine[]): RowProblem[] {
  const countOf = new Map(counted.map(({ category, territory, value }) => [keyOf(category, territory), value]));
  const brokenDownBy = new Set(counted.map(({ category }) => traitsOf(category)));
  return hours
    .filter(({ category, value }) => value > 0 && (category === '' || brokenDownBy.has(traitsOf(category))))
    .filter(({ category, territory }) => (countOf.get(keyOf(category, territory)) ?? 0) === 0)
    .map(({ line, territory }) => ({
      line,
      column: 'value',
      reason: `is of nobody: ${people} is 0 in ${territory}. Count people and what they took in the same place`,
    }));
}

/** `EMPLOYMENT=INACTIVE;SEX=F` → `EMPLOYMENT;SEX` */
const traitsOf = (category: string): string => category.replace(/=[^;]*/g, '');

const keyOf = (category: string, territory: string): string => `${category} ${territory}`;
