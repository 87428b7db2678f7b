import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import type { SumEquation } from '../disclosure-control/audit/sum-equation.ts';
import type { Cell, CountTable } from '../disclosure-control/count-table.ts';

/** An indicator and its breakdowns by one trait, in the upper part of the tree of one release. */
export interface BrokenDown {
  readonly totals: CountTable;
  readonly breakdowns: readonly (readonly CountTable[])[];
}

/**
 * What adds up in each release between an indicator and its breakdowns by one trait, from the regions up. Where all
 * territories beneath are local, no category is told of any of them and the rule of `suppressBreakdown` is proven: whatever
 * the categories of the region are, those of its parts can be split in many ways. Not so for the people in a difference
 * of two releases, so those parts are there if any of them is not the same in all of the releases.
 */
export function breakdownEquations(releases: readonly BrokenDown[]): SumEquation[][] {
  const revised = revisedParents(releases);
  return releases.map(({ totals, breakdowns }) => {
    const isSplit = (cell: Cell) =>
      cell.children.some(isAboveLocal) || (cell.children.length > 0 && revised.has(cell.code));
    const places = [...totals.cells.keys()].filter((place) => {
      const cell = totals.cells[place];
      return cell && (isAboveLocal(cell) || cell.parent === null || isSplit(cell.parent));
    });
    const wholes = places.filter((place) => totals.cells[place] && isSplit(totals.cells[place]));
    const byTerritory = [totals, ...breakdowns.flat()].flatMap(({ cells }) =>
      wholes.flatMap((place): SumEquation[] => {
        const whole = cells[place];
        return whole ? [{ whole, parts: whole.children, by: 'its territories' }] : [];
      }),
    );
    const byCategory = breakdowns.flatMap((tables) =>
      places.flatMap((place): SumEquation[] => {
        const whole = totals.cells[place];
        const parts = tables.flatMap(({ cells }) => cells[place] ?? []);
        const isComplete = parts.reduce((sum, { value }) => sum + value, 0) === whole?.value;
        return whole && isComplete ? [{ whole, parts, by: 'its categories' }] : [];
      }),
    );
    return [...byTerritory, ...byCategory];
  });
}

/** The codes of territories with a local one in them of which some count differs from release to release. */
function revisedParents(releases: readonly BrokenDown[]): Set<string> {
  const countOf = new Map<string, number>();
  const revised = new Set<string>();
  if (releases.length < 2) return revised;
  for (const { totals, breakdowns } of releases) {
    for (const { subject, cells } of [totals, ...breakdowns.flat()]) {
      for (const { code, value, parent, level } of cells) {
        if (!parent || level !== TerritoryLevel.LOCAL) continue;
        const key = `${subject.category ?? ''} ${code}`;
        const before = countOf.get(key);
        if (before === undefined) countOf.set(key, value);
        else if (before !== value) revised.add(parent.code);
      }
    }
  }
  return revised;
}

function isAboveLocal({ level }: Cell): boolean {
  return level !== TerritoryLevel.LOCAL;
}
