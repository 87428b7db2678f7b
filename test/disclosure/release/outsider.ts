import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { audit } from '../../../subgraphs/outcomes/disclosure-control/audit/audit.ts';
import {
  tableEquations,
  territoryEquations,
  unrevisedEquations,
} from '../../../subgraphs/outcomes/disclosure-control/audit/release-equations.ts';
import { describeCell, type SumEquation } from '../../../subgraphs/outcomes/disclosure-control/audit/sum-equation.ts';
import {
  type Cell,
  type CountTable,
  releasedTable,
} from '../../../subgraphs/outcomes/disclosure-control/count-table.ts';
import type { Thresholds } from '../../../subgraphs/outcomes/disclosure-control/thresholds.ts';
import type { CountedIndicator } from '../../../subgraphs/outcomes/indicator/indicator-definition.ts';
import { categoriesOf } from '../../../subgraphs/outcomes/indicator/trait.ts';
import type { EarlierRelease } from '../../../subgraphs/outcomes/protection/protect-release.ts';

export interface Found {
  /** Each hidden count, or difference of two, that can be told, in words. */
  readonly secrets: readonly string[];
  readonly unchecked: number;
  readonly cells: number;
}

/**
 * All that anybody can reason from releases that are published, about one indicator: every table with every other that adds
 * up with it, whole, without a word of how they were protected.
 */
export function reasonAbout(
  indicator: CountedIndicator,
  releases: readonly EarlierRelease[],
  thresholds: Thresholds,
): Found {
  const tables = releases.map((release) => tablesOf(indicator, release, thresholds));
  const within = tables.flatMap((byCategory) => equationsOf(indicator, byCategory));
  const across = releases.flatMap((one, index) =>
    releases.slice(index + 1).flatMap((other, offset) => {
      if (one.period !== other.period) return [];
      const [before, after] = [tables[index], tables[index + 1 + offset]];
      return [...(before ?? [])].flatMap(([category, table]) => {
        const later = after?.get(category);
        return later && isToldSomewhere(table) && isToldSomewhere(later) ? [{ table, later }] : [];
      });
    }),
  );
  const unrevised = across.flatMap(({ table, later }) => unrevisedEquations(table, later)).filter(isSeen);
  const changes = across.flatMap(({ table, later }) => changesBetween(table, later)).filter(isSeen);
  const told = changes.filter(({ parts: [smaller], whole }) => smaller?.hidden === false && !whole.hidden);
  const { exposures, unchecked } = audit([
    ...within,
    ...unrevised,
    ...changes.filter((change) => !told.includes(change)),
  ]);
  return {
    secrets: [
      ...told.flatMap(({ whole, parts: [, change] }) =>
        change && change.value < whole.threshold ? [`${change.value} between two told of ${describeCell(whole)}`] : [],
      ),
      ...exposures
        .filter(({ cell }) => isSecret(cell, indicator))
        .map(({ cell, how }) => `${cell.value} ${how} of ${describeCell(cell)}`),
    ],
    unchecked: unchecked.length,
    cells: within.length,
  };
}

/** A few people; or what is not published so near to people, however many there are. That there is nobody is no secret. */
function isSecret(
  { value, threshold, level, subject: { category } }: Cell,
  { lowestLevel }: CountedIndicator,
): boolean {
  if (value === 0) return false;
  if (value < threshold) return true;
  if (category === 'change' || level !== TerritoryLevel.LOCAL) return false;
  return category !== null || lowestLevel !== TerritoryLevel.LOCAL;
}

/** Of a table of which a release tells nothing, nobody sees what changed in it. */
const isToldSomewhere = ({ cells }: CountTable): boolean => cells.some(({ hidden }) => !hidden);

/** Of counts by two traits that neither release tells, nobody sees whether they changed. */
function isSeen({ whole, parts }: SumEquation): boolean {
  return !whole.subject.category?.includes(';') || !whole.hidden || parts[0]?.hidden === false;
}

function tablesOf(
  indicator: CountedIndicator,
  { figures, period, sequence }: EarlierRelease,
  thresholds: Thresholds,
): Map<string, CountTable> {
  const columns = figures.columns.filter((column) => column.indicator === indicator.code);
  return new Map(
    columns.map((column) => {
      const subject = { indicator: indicator.code, category: column.category || null, period, release: sequence };
      return [column.category, releasedTable(subject, figures.tree, column, thresholds)];
    }),
  );
}

function equationsOf({ breakdowns }: CountedIndicator, tables: ReadonlyMap<string, CountTable>): SumEquation[] {
  const all = tables.get('');
  if (!all) return [];
  const of = (categories: readonly string[]) => categories.flatMap((category) => tables.get(category) ?? []);
  const isComplete = (whole: CountTable, parts: readonly CountTable[]) =>
    tableEquations(whole, parts, 'its categories').filter(
      (equation) => equation.parts.reduce((sum, { value }) => sum + value, 0) === equation.whole.value,
    );
  const sums = breakdowns.flatMap((traits) => {
    const own = categoriesOf(traits);
    if (traits.length === 1) return isComplete(all, of(own));
    return traits.flatMap((trait) =>
      categoriesOf([trait]).flatMap((category) => {
        const whole = tables.get(category);
        const parts = of(own.filter((crossed) => crossed.split(';').includes(category)));
        return whole ? isComplete(whole, parts) : [];
      }),
    );
  });
  return [...[...tables.values()].flatMap(territoryEquations), ...sums];
}

function changesBetween(one: CountTable, other: CountTable): SumEquation[] {
  const before = new Map(one.cells.map((cell) => [cell.code, cell]));
  return other.cells.flatMap((cell) => {
    const former = before.get(cell.code);
    if (!former || former.value === cell.value) return [];
    const [larger, smaller] = former.value > cell.value ? [former, cell] : [cell, former];
    const change: Cell = {
      ...cell,
      subject: { ...cell.subject, category: 'change' },
      value: larger.value - smaller.value,
      hidden: true,
      told: false,
      parent: null,
      children: [],
    };
    return [{ whole: larger, parts: [smaller, change], by: 'a change' }];
  });
}
