import { type Cell, type CountTable, hide } from './count-table.ts';

/**
 * Primary and complementary suppression of one table, in one pass from the leaves up. Afterwards every hidden cell
 * beneath a published one may have any value from 0 up to what is hidden there, which is at least the threshold. What
 * was hidden before, since earlier figures would tell it, stays hidden and is protected in the same way.
 */
export function suppress({ cells }: CountTable): void {
  for (const cell of cells.toReversed()) {
    if (cell.hidden) continue;
    if (isSmall(cell) || !(isNobody(cell) || protectHiddenChildren(cell))) hide(cell);
  }
}

/** That nobody is in a territory tells the same of all beneath it, hidden or not, and is no secret. */
const isNobody = ({ value }: Cell): boolean => value === 0;

/** A zero is published: nobody is in it. */
export function isSmall({ value, threshold }: Cell): boolean {
  return value > 0 && value < threshold;
}

/** Whether the hidden children can hide behind each other; more are hidden until they can. */
function protectHiddenChildren({ children }: Cell): boolean {
  const hidden = children.filter((child) => child.hidden);
  if (hidden.length === 0) return true;

  const needed = Math.max(...new Set(children.map(({ strictest }) => strictest)));
  const uncertain = hidden.filter(({ told }) => !told);
  let size = uncertain.length;
  let sum = uncertain.reduce((total, { value }) => total + value, 0);
  if (size >= 2 && sum >= needed) return true;

  for (const partner of partnersIn(children)) {
    hide(partner);
    size += 1;
    sum += partner.value;
    if (size >= 2 && sum >= needed) return true;
  }
  return false;
}

/** Those that lose least, first; a zero protects only as a last resort. */
function partnersIn(children: readonly Cell[]): Cell[] {
  return children
    .filter(({ hidden, told }) => !hidden && !told)
    .toSorted(
      (a, b) => Number(a.value === 0) - Number(b.value === 0) || a.value - b.value || (a.code < b.code ? -1 : 1),
    );
}
