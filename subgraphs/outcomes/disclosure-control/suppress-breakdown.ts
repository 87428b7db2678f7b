import { Invalid } from '../../../shared/errors/domain-error.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { type Cell, type CountTable, hide } from './count-table.ts';
import { isSmall } from './suppress.ts';

/** By how many traits at once (sex; sex and age) a figure may be broken down. */
const TRAITS_ALLOWED: Readonly<Record<TerritoryLevel, number>> = {
  [TerritoryLevel.LOCAL]: 0,
  [TerritoryLevel.REGIONAL]: 1,
  [TerritoryLevel.NATIONAL]: 2,
  [TerritoryLevel.EUROPEAN]: 2,
};

/** All categories of one territory, which are published together or not at all. */
interface Block {
  readonly total: Cell;
  readonly categories: readonly Cell[];
  readonly children: Block[];
}

/**
 * Hides, territory by territory, whole blocks of categories. `totals` are suppressed already, and keep what they have.
 * Where categories are missing, the block is hidden, and so are those above it, but none beneath it for that reason. The children's blocks that are hidden beneath a published one form a table of which only the margins are known; it is
 * seen to that no cell of it has a range narrower than the threshold.
 */
export function suppressBreakdown(totals: CountTable, categories: readonly CountTable[], traits: number): void {
  const blocks = blocksOf(totals, categories);
  const withheld = withholdTop(blocks);
  for (const block of blocks.toReversed()) {
    const { total } = block;
    if (withheld.has(total)) continue;
    const allowed = traits <= TRAITS_ALLOWED[total.level];
    const publishable = allowed && !total.hidden && !isHidden(block) && !block.categories.some(isSmall);
    if (publishable && protectHiddenChildren(block)) continue;
    block.categories.forEach(hide);
  }
}

function blocksOf(totals: CountTable, tables: readonly CountTable[]): Block[] {
  const blockOf = new Map<Cell, Block>();
  for (const [index, total] of totals.cells.entries()) {
    const block = { total, categories: tables.flatMap(({ cells }) => cells[index] ?? []), children: [] };
    checkBlock(block);
    blockOf.set(total, block);
    if (total.parent) blockOf.get(total.parent)?.children.push(block);
  }
  return [...blockOf.values()];
}

function checkBlock({ total, categories }: Block): void {
  const { code, value, subject } = total;
  if (categories.length < 2 || categories.some((cell) => cell.code !== code)) {
    throw new Invalid(
      `The categories of ${subject.indicator} in ${code} are too few. There must be at least two for each territory; ` +
        'those of whom it is not known are a category, too.',
    );
  }
  const sum = sumOf(categories);
  if (sum <= value) return;
  throw new Invalid(
    `The categories of ${subject.indicator} in ${code} add up to ${sum}, which is more than all there are, ${value}. ` +
      'Count each person in one of them.',
  );
}

/**
 * The blocks beneath which others may be told: those of the top, down from the roots, that are incomplete or hidden. They
 * tell nothing that those beneath would have to add up to. What is hidden elsewhere is hidden with all beneath it.
 */
function withholdTop(blocks: readonly Block[]): Set<Cell> {
  const withheld = new Set<Cell>();
  for (const block of blocks) {
    const { total, categories } = block;
    const isIncomplete = sumOf(categories) < total.value;
    if (!isIncomplete && !isHidden(block)) continue;
    const isTop = total.parent === null || withheld.has(total.parent);
    if (isTop) withheld.add(total);
    for (const cell of categories) {
      if (isTop) cell.hidden = true;
      else hide(cell);
    }
  }
  return withheld;
}

/** Whether the children's hidden blocks can hide behind each other; more are hidden until they can. */
function protectHiddenChildren({ categories, children }: Block): boolean {
  const hidden = children.filter(isHidden);
  if (hidden.every(isKnown)) return true;
  const partners = children
    .filter((block) => !isHidden(block) && !isKnown(block))
    .toSorted((a, b) => a.total.value - b.total.value || (a.total.code < b.total.code ? -1 : 1));

  while (!areProtected(hidden, categories)) {
    const partner = partners.shift();
    if (!partner) return false;
    partner.categories.forEach(hide);
    hidden.push(partner);
  }
  return true;
}

/**
 * In a table of which the margins are known, the range of a cell is as wide as the smallest of its row, its column, and
 * what is outside of each. A row whose total is hidden, too, has only more room: its kind sums to at least the threshold.
 */
function areProtected(blocks: readonly Block[], parents: readonly Cell[]): boolean {
  const rows = blocks.filter((block) => !isKnown(block));
  const needed = Math.max(...new Set(rows.map(({ total }) => total.strictest)));
  const all = rows.reduce((sum, { total }) => sum + total.value, 0);

  const columns = parents.flatMap((parent, index) =>
    parent.value === 0 ? [] : rows.reduce((sum, block) => sum + (block.categories[index]?.value ?? 0), 0),
  );
  return (
    rows.length >= 2 &&
    columns.length >= 2 &&
    columns.every((column) => column >= needed) &&
    rows.every(({ total }) => total.hidden || all - total.value >= needed)
  );
}

function isHidden({ categories }: Block): boolean {
  return categories.some((cell) => cell.hidden);
}

/** Nobody is in it, and that is published; or an earlier release tells all of it. */
function isKnown({ total, categories }: Block): boolean {
  return (total.value === 0 && !total.hidden) || categories.every(({ told }) => told);
}

function sumOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { value }) => sum + value, 0);
}
