import { type Cell, type CountTable, hide } from './count-table.ts';

/** The code that a territory had before, by the one it has now. */
export type FormerCodes = ReadonlyMap<string, string>;

const NONE_CHANGED: FormerCodes = new Map();

/**
 * Hides, before `suppress`, what together with earlier periods (the oldest first) would tell of a few people. A flow
 * begins anew in each period and needs none of this; a stock is what there is at an end, a cumulative count grows.
 */
export function hideByEarlierPeriods(
  table: CountTable,
  earlier: readonly CountTable[],
  measure: 'STOCK' | 'CUMULATIVE',
  formerCodes: FormerCodes = NONE_CHANGED,
): void {
  const before = earlier.map(byCode);
  for (const cell of table.cells) {
    const history = before.flatMap((cells) => formerOf(cell, cells, formerCodes) ?? []);
    if (tellsHidden(cell, history) || (measure === 'CUMULATIVE' && tellsGrowth(cell, history))) hide(cell);
  }
}

/**
 * Hides, before `suppress`, what an earlier release of the same table hid, be it of this network or of another, and what
 * differs from it by a few people: those who were late, or whose submission only one of the two has. Marks what it told:
 * where nothing changed, everybody knows the value, and it can protect no other. `conceal` hides what was hidden before.
 */
export function hideByEarlierReleases(
  table: CountTable,
  earlier: readonly CountTable[],
  formerCodes: FormerCodes = NONE_CHANGED,
  conceal: (cell: Cell) => void = hide,
): void {
  for (const cells of earlier.map(byCode)) {
    for (const cell of table.cells) {
      const former = formerOf(cell, cells, formerCodes);
      if (!former) continue;
      if (former.hidden) conceal(cell);
      else if (former.value === cell.value) cell.told = true;
      else if (Math.abs(former.value - cell.value) < cell.threshold) hide(cell);
    }
  }
}

/** A cell that was hidden is told again only where it is large now and then, and has not moved by a few people. */
function tellsHidden({ value, threshold }: Cell, history: readonly Cell[]): boolean {
  const last = history.at(-1);
  if (!last?.hidden) return false;
  const step = Math.abs(value - last.value);
  const isFree = value >= threshold && last.value >= threshold && (step === 0 || step >= threshold);
  return !isFree;
}

/** From one published count to the next, those who came are counted: a few would be told. */
function tellsGrowth({ value, threshold }: Cell, history: readonly Cell[]): boolean {
  const told = history.findLast(({ hidden }) => !hidden);
  if (!told) return false;
  const growth = Math.abs(value - told.value);
  return growth > 0 && growth < threshold;
}

function byCode({ cells }: CountTable): Map<string, Cell> {
  return new Map(cells.map((cell) => [cell.code, cell]));
}

function formerOf({ code }: Cell, cells: ReadonlyMap<string, Cell>, formerCodes: FormerCodes): Cell | undefined {
  return cells.get(code) ?? cells.get(formerCodes.get(code) ?? code);
}
