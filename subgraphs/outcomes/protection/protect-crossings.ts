import type { CountTable } from '../disclosure-control/count-table.ts';
import type { Crossing } from '../disclosure-control/crossing.ts';
import { categoriesOf } from '../indicator/trait.ts';
import { type Breakdown, type BreakdownsToProtect, hideAt, isToldSomewhere } from './breakdown.ts';
import type { EarlierTables } from './protect-earlier.ts';
import type { ProtectionSteps } from './protect-steps.ts';

/**
 * Breakdowns by two traits, beside those by one that are protected already. Returns those that have to be left out:
 * where an earlier release of the period has other figures, for what changed is then seen from too many sides.
 */
export function protectCrossings(
  asked: BreakdownsToProtect,
  upper: CountTable,
  singles: readonly Breakdown[],
  breakdowns: readonly Breakdown[],
  steps: ProtectionSteps,
): Breakdown[] {
  const byTrait = new Map(singles.map(({ traits, tables }) => [traits[0] ?? '', tables]));
  const changed = asked.samePeriod.some((earlier) => hasOtherFigures(asked, upper, earlier));
  const leftOut = breakdowns.filter(
    ({ traits, tables }) =>
      traits.length !== 2 || traits.some((trait) => !byTrait.has(trait)) || (changed && tables.length > 0),
  );
  const crossings = breakdowns
    .filter((breakdown) => !leftOut.includes(breakdown))
    .map((breakdown): [Breakdown, Crossing] => [breakdown, crossingOf(breakdown)]);
  for (const [{ traits, tables }] of crossings) {
    for (const trait of traits) {
      for (const [place, { hidden }] of (byTrait.get(trait)?.[0]?.cells ?? []).entries())
        if (hidden) hideAt(tables, place);
    }
  }

  const earlier = new Map(crossings.map(([breakdown, crossing]) => [crossing, toldBefore(asked, breakdown)]));
  for (let telling = true; telling; ) {
    for (const [{ tables }] of crossings) steps.suppressBreakdown(upper, tables, 2);
    const found = steps.crossingsThatTell(upper, byTrait, [...earlier.keys()], earlier);
    telling = found.length > 0;
    for (const { crossing, place } of found) hideAt(crossing.cells.flat(), place);
  }
  return leftOut.filter(isToldSomewhere);
}

/** Figures name the traits of a category in the order of their codes. */
function crossingOf({ traits, tables }: Breakdown): Crossing {
  const [one = '', other = ''] = traits.toSorted();
  const byCategory = new Map(tables.map((table) => [table.subject.category, table]));
  const cells = categoriesOf([one]).map((a) => categoriesOf([other]).flatMap((b) => byCategory.get(`${a};${b}`) ?? []));
  return { traits: [one, other], cells };
}

/** One table of each earlier breakdown by these traits, or by one of them, for where it was told. */
function toldBefore({ indicator, samePeriod }: BreakdownsToProtect, { traits }: Breakdown): CountTable[] {
  return samePeriod.flatMap((earlier) =>
    [traits, ...traits.map((trait) => [trait])].flatMap(
      (told) => earlier.table(indicator.code, categoriesOf(told)[0] ?? '', 'UPPER') ?? [],
    ),
  );
}

function hasOtherFigures(
  { indicator, values, territories }: BreakdownsToProtect,
  upper: CountTable,
  earlier: EarlierTables,
): boolean {
  const categories = indicator.breakdowns.flatMap(categoriesOf);
  const places = earlier.territories.placeOf;
  return upper.cells.some((cell, index) => {
    const before = places.get(cell.code);
    if (before === undefined) return false;
    if (earlier.column(indicator.code, '')?.values[before] !== cell.value) return true;
    const place = territories.upperPlaces[index] ?? -1;
    return categories.some((category) => {
      const column = earlier.column(indicator.code, category);
      return column !== null && column.values[before] !== (values.get(category)?.[place] ?? 0);
    });
  });
}
