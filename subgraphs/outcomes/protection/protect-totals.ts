import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import type { Audit } from '../disclosure-control/audit/audit.ts';
import { joinedEquations } from '../disclosure-control/audit/joined-equations.ts';
import { territoryEquations } from '../disclosure-control/audit/release-equations.ts';
import { type Cell, type CountTable, countTable, hide } from '../disclosure-control/count-table.ts';
import { isSmall } from '../disclosure-control/suppress.ts';
import type { Thresholds } from '../disclosure-control/thresholds.ts';
import { type CountedIndicator, Measure } from '../indicator/indicator-definition.ts';
import type { EarlierTables } from './protect-earlier.ts';
import type { ProtectionSteps } from './protect-steps.ts';
import { isBelow, type Territories } from './protect-territories.ts';

export interface Totals {
  readonly table: CountTable;
  /** The release whose figures of this indicator are published again, since the new ones would tell of a few people. */
  readonly carried: EarlierTables | null;
}

export interface TotalsToProtect {
  readonly indicator: CountedIndicator;
  readonly territories: Territories;
  readonly thresholds: Thresholds;
  readonly period: string;
  readonly sequence: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly samePeriod: readonly EarlierTables[];
  readonly otherPeriods: readonly EarlierTables[];
}

/** Each round hides at least one territory more; what so many do not cure is hidden at the root. */
export const ROUNDS = 12;

/** How many people there are, by territory. */
export function protectTotals(asked: TotalsToProtect, steps: ProtectionSteps): Totals {
  const { indicator, territories, thresholds, period, sequence, counts, samePeriod, otherPeriods } = asked;
  const subject = { indicator: indicator.code, category: null, period, release: sequence };
  const table = countTable(subject, territories.tree, counts, thresholds);
  const wholeOf = (earlier: EarlierTables) => earlier.table(indicator.code, '', 'WHOLE') ?? [];
  const before = samePeriod.flatMap(wholeOf);

  for (const cell of table.cells) if (isBelow(cell.level, indicator.lowestLevel)) hide(cell);
  steps.hideByEarlierReleases(table, before);
  if (indicator.measure === Measure.STOCK) {
    steps.hideByEarlierPeriods(table, otherPeriods.flatMap(wholeOf), 'STOCK');
  }
  for (let round = 0; ; round += 1) {
    steps.suppress(table);
    const found = steps.audit(joinedEquations([table, ...before].map(territoryEquations)));
    const telling = tellingOf(secretsOf(found, indicator), table);
    if (telling.length === 0) break;
    for (const cell of round < ROUNDS ? telling : table.cells) hide(cell);
  }
  const [root] = table.cells;
  const isLost = root?.hidden === true && root.value > 0 && !isSmall(root);
  return { table, carried: isLost ? lastWithRoot(root.code, indicator.code, samePeriod) : null };
}

/**
 * What an audit found that must not be told: a few people, or what is not published of a place so near to people. That a
 * large count is found out harms nobody, such as what an earlier release tells of the last of three categories; nor does
 * zero, which is published everywhere.
 */
export function secretsOf({ exposures, unchecked }: Audit, { lowestLevel }: CountedIndicator): Cell[] {
  const found = exposures.map(({ cell }) => cell);
  const isSecret = (cell: Cell): boolean =>
    cell.value > 0 &&
    (isSmall(cell) || isBelow(cell.level, cell.subject.category === null ? lowestLevel : TerritoryLevel.REGIONAL));
  return [...found.filter(isSecret), ...unchecked];
}

/** The counts nearest above those that are found out; hidden, they tell them no more. */
export function tellingOf(secrets: readonly Cell[], table: CountTable): Cell[] {
  if (secrets.length === 0) return [];
  const byCode = new Map(table.cells.map((cell) => [cell.code, cell]));
  const telling = new Set<Cell>();
  for (const cell of secrets) {
    let at = byCode.get(cell.code) ?? table.cells[0] ?? null;
    while (at?.hidden) at = at.parent;
    if (at) telling.add(at);
  }
  return [...telling];
}

/** The last release of the same territory that told how many there are in all of it. */
function lastWithRoot(code: string, indicator: string, samePeriod: readonly EarlierTables[]): EarlierTables | null {
  const isSame = ({ release }: EarlierTables) => release.figures.tree[0]?.code === code;
  return samePeriod.findLast((earlier) => isSame(earlier) && earlier.column(indicator, '')?.hidden[0] === 0) ?? null;
}
