import type { CountTable } from '../disclosure-control/count-table.ts';
import type { TotalsToProtect } from './protect-totals.ts';

/** One breakdown of an indicator in the upper part of the tree: a table for each category. */
export interface Breakdown {
  readonly traits: readonly string[];
  readonly tables: readonly CountTable[];
}

export interface BreakdownsToProtect extends TotalsToProtect {
  /** All of the indicator, protected. */
  readonly totals: CountTable;
  /** By category: what was counted, summed up. Missing where nobody counted it. */
  readonly values: ReadonlyMap<string, Float64Array>;
}

export const isToldSomewhere = ({ tables }: Breakdown): boolean =>
  tables.some(({ cells }) => cells.some(({ hidden }) => !hidden));

/** Hides all categories of one territory; what is beneath it is seen to by `suppressBreakdown`. */
export function hideAt(tables: readonly CountTable[], place: number): void {
  for (const { cells } of tables) {
    const cell = cells[place];
    if (cell) cell.hidden = true;
  }
}
