import { type Audit, assertNothingExposed } from '../disclosure-control/audit/audit.ts';
import { joinedEquations } from '../disclosure-control/audit/joined-equations.ts';
import { type CountTable, partOf, releasedTable } from '../disclosure-control/count-table.ts';
import { Measure } from '../indicator/indicator-definition.ts';
import { categoriesOf } from '../indicator/trait.ts';
import { type Breakdown, type BreakdownsToProtect, hideAt, isToldSomewhere } from './breakdown.ts';
import { type BrokenDown, breakdownEquations } from './breakdown-equations.ts';
import { protectCrossings } from './protect-crossings.ts';
import type { EarlierTables } from './protect-earlier.ts';
import type { ProtectionSteps } from './protect-steps.ts';
import { isBelow } from './protect-territories.ts';
import { ROUNDS, secretsOf, tellingOf } from './protect-totals.ts';

export interface Breakdowns {
  readonly breakdowns: readonly Breakdown[];
  /** Those that are left out everywhere, although they were counted. */
  readonly withdrawn: readonly (readonly string[])[];
}

/** All breakdowns of an indicator about people: by one trait, then by two. Those that nobody counted are hidden. */
export function protectBreakdowns(asked: BreakdownsToProtect, steps: ProtectionSteps): Breakdowns {
  const { indicator, territories, totals } = asked;
  const upper = partOf(totals, territories.upper, territories.upperPlaces);
  const breakdowns = indicator.breakdowns.map((traits) => ({ traits, tables: tablesOf(asked, traits, steps) }));
  const withdrawn = new Set<Breakdown>();
  const withdraw = (breakdown: Breakdown): void => {
    if (isToldSomewhere(breakdown)) withdrawn.add(breakdown);
    hideAll(breakdown);
  };

  const counted = breakdowns.filter(({ traits }) =>
    categoriesOf(traits).some((category) => asked.values.has(category)),
  );
  for (const breakdown of breakdowns) if (!counted.includes(breakdown)) hideAll(breakdown);
  const singles = counted.filter(({ traits }) => traits.length === 1);
  for (const single of singles) if (!protectSingle(asked, upper, single, steps)) withdraw(single);

  for (let telling = true; telling; ) {
    const found = auditOf(asked, upper, singles.filter(isToldSomewhere), steps);
    const secrets = secretsOf(found, indicator);
    const tellers = singles.filter(
      (single) => isToldSomewhere(single) && secrets.some(({ subject }) => isOf(single, subject.category)),
    );
    tellers.forEach(withdraw);
    telling = tellers.length > 0;
    if (!telling && secrets.length > 0 && singles.some(isToldSomewhere)) assertNothingExposed(found);
  }
  const crossings = counted.filter(({ traits }) => traits.length > 1);
  for (const crossing of protectCrossings(asked, upper, singles, crossings, steps)) withdraw(crossing);
  return { breakdowns, withdrawn: [...withdrawn].map(({ traits }) => traits) };
}

function hideAll({ tables }: Breakdown): void {
  for (const { cells } of tables) for (const cell of cells) cell.hidden = true;
}

function isOf({ traits }: Breakdown, category: string | null): boolean {
  return category !== null && categoriesOf(traits).includes(category);
}

/** The counts of each category, with what earlier releases do not allow to be told hidden. */
function tablesOf(asked: BreakdownsToProtect, traits: readonly string[], steps: ProtectionSteps): CountTable[] {
  const { indicator, territories, thresholds, period, sequence, values, samePeriod, otherPeriods } = asked;
  const { upper, upperPlaces } = territories;
  return categoriesOf(traits).map((category) => {
    const subject = { indicator: indicator.code, category, period, release: sequence };
    const all = values.get(category);
    const picked = Float64Array.from(upperPlaces, (place) => all?.[place] ?? 0);
    const table = releasedTable(subject, upper, { values: picked, hidden: [] }, thresholds);
    const partOfEarlier = (earlier: EarlierTables) => earlier.table(indicator.code, category, 'UPPER') ?? [];
    for (const cell of table.cells) if (isBelow(cell.level, indicator.lowestLevel)) cell.hidden = true;
    steps.hideByEarlierReleases(table, samePeriod.flatMap(partOfEarlier), undefined, (cell) => {
      cell.hidden = true;
    });
    if (indicator.measure === Measure.STOCK) {
      steps.hideByEarlierPeriods(table, otherPeriods.flatMap(partOfEarlier), 'STOCK');
    }
    return table;
  });
}

/** False where nothing helps but to leave it out. */
function protectSingle(
  asked: BreakdownsToProtect,
  upper: CountTable,
  single: Breakdown,
  steps: ProtectionSteps,
): boolean {
  const [first] = single.tables;
  if (!first) return false;
  for (let round = 0; round < ROUNDS; round += 1) {
    steps.suppressBreakdown(upper, single.tables, 1);
    const secrets = secretsOf(auditOf(asked, upper, [single], steps), asked.indicator);
    if (secrets.length === 0) return true;
    const places = new Map(first.cells.map((cell, place) => [cell, place]));
    const telling = tellingOf(secrets, first);
    if (telling.length === 0) return false;
    for (const cell of telling) hideAt(single.tables, places.get(cell) ?? -1);
  }
  return false;
}

function auditOf(
  { indicator, samePeriod }: BreakdownsToProtect,
  upper: CountTable,
  singles: readonly Breakdown[],
  steps: ProtectionSteps,
): Audit {
  const before = samePeriod.flatMap((earlier): BrokenDown[] => {
    const totals = earlier.table(indicator.code, '', 'UPPER');
    if (!totals) return [];
    const breakdowns = singles.map(({ traits }) =>
      categoriesOf(traits).flatMap((category) => earlier.table(indicator.code, category, 'UPPER') ?? []),
    );
    return [{ totals, breakdowns: breakdowns.filter(({ length }) => length > 0) }];
  });
  const present = { totals: upper, breakdowns: singles.map(({ tables }) => tables) };
  return steps.audit(joinedEquations(breakdownEquations([present, ...before])));
}
