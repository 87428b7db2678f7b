import { Invalid } from '../../../../shared/errors/domain-error.ts';
import type { Cell, CountTable } from '../count-table.ts';
import type { FormerCodes } from '../over-time.ts';
import type { SumEquation } from './sum-equation.ts';

/** Each territory is the sum of those in it. */
export function territoryEquations({ cells }: CountTable): SumEquation[] {
  return cells
    .filter(({ children }) => children.length > 0)
    .map((whole) => ({ whole, parts: whole.children, by: 'its territories' }));
}

/**
 * In each territory, a table is the sum of others: a breakdown, a partition of an indicator, a year of its quarters, a
 * cumulative count of the one before and the flow since. `by` says which.
 */
export function tableEquations(whole: CountTable, parts: readonly CountTable[], by: string): SumEquation[] {
  const cellsOf = parts.map(({ cells }) => new Map(cells.map((cell) => [cell.code, cell])));
  return whole.cells.map((cell) => ({
    whole: cell,
    parts: cellsOf.map((cells, index) => cells.get(cell.code) ?? missing(cell.code, parts[index])),
    by,
  }));
}

/** A territory of one list that is made of some of another: another cut of the map, or codes that changed. */
export function territoryEquation(whole: Cell, parts: readonly Cell[]): SumEquation {
  return { whole, parts, by: 'territories of another list' };
}

/** What has the same value in two releases is taken to be unrevised, as anybody who compares them would take it. */
export function unrevisedEquations(
  earlier: CountTable,
  later: CountTable,
  formerCodes: FormerCodes = new Map(),
): SumEquation[] {
  const before = new Map(earlier.cells.map((cell) => [cell.code, cell]));
  return later.cells.flatMap((cell) => {
    const former = before.get(cell.code) ?? before.get(formerCodes.get(cell.code) ?? cell.code);
    if (former?.value !== cell.value) return [];
    return [{ whole: former, parts: [cell], by: 'a later release, if it is unrevised' }];
  });
}

function missing(code: string, table: CountTable | undefined): never {
  throw new Invalid(`${table?.subject.indicator} has no cell for ${code}, which the audit needs.`);
}
