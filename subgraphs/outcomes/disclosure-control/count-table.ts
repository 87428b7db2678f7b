import { Invalid } from '../../../shared/errors/domain-error.ts';
import type { TerritoryLevel } from '../../../shared/territory/territory.ts';
import type { TerritoryTree, TreeNode } from './territory-tree.ts';
import type { Thresholds } from './thresholds.ts';

/** What the cells of a table count. */
export interface Subject {
  readonly indicator: string;
  /** Which part of the indicator's people, such as `sex=F`; null for all. */
  readonly category: string | null;
  /** An SDMX label, such as `2026-S1`. */
  readonly period: string;
  /** The number of the release in which the table is published. */
  readonly release: number;
}

/** The count of one territory. Whoever is hidden, everything beneath it is, too (`hide`). */
export interface Cell {
  readonly subject: Subject;
  readonly code: string;
  readonly level: TerritoryLevel;
  readonly value: number;
  readonly threshold: number;
  /** The highest threshold of the cell and of all beneath it: what is hidden together has to be large enough for each. */
  readonly strictest: number;
  readonly parent: Cell | null;
  readonly children: readonly Cell[];
  hidden: boolean;
  /** An earlier release tells this value, so hiding it protects nobody. */
  told: boolean;
}

/** One indicator, or one category of it, in one period: a cell for each territory, parents before their children. */
export interface CountTable {
  readonly subject: Subject;
  readonly cells: readonly Cell[];
}

/** What the public sees of a cell. Why it is hidden, a small count or the protection of another, is not told. */
export interface PublishedCell {
  readonly value: number | null;
  readonly flag: 'c' | null;
}

interface Growing extends Cell {
  value: number;
  strictest: number;
  parent: Growing | null;
  children: Growing[];
}

/** `counts` are those of territories without children in the tree, 0 where none is given; the others are summed up. */
export function countTable(
  subject: Subject,
  tree: TerritoryTree,
  counts: ReadonlyMap<string, number>,
  thresholds: Thresholds,
): CountTable {
  let found = 0;
  const cells = cellsOf(subject, tree, thresholds, (node) => {
    const count = counts.get(node.code);
    if (count === undefined) return 0;
    checkCount(count, node, subject);
    found += 1;
    return count;
  });
  if (found < counts.size)
    throw new Invalid(`${subject.indicator} was counted for territories outside of the dataset.`);

  for (const cell of cells.toReversed()) if (cell.parent) cell.parent.value += cell.value;
  return { subject, cells };
}

/** A table that was summed up before; `values` and `hidden` have the places of the tree. */
export function releasedTable(
  subject: Subject,
  tree: TerritoryTree,
  { values, hidden }: { readonly values: ArrayLike<number>; readonly hidden: ArrayLike<number> },
  thresholds: Thresholds,
): CountTable {
  const cells = cellsOf(subject, tree, thresholds, (_, place) => values[place] ?? 0);
  for (const [place, cell] of cells.entries()) cell.hidden = hidden[place] === 1;
  return { subject, cells };
}

function cellsOf(
  subject: Subject,
  tree: TerritoryTree,
  thresholds: Thresholds,
  counted: (node: TreeNode, place: number) => number,
): Growing[] {
  const cellOf = new Map<TreeNode, Growing>();
  for (const [place, node] of tree.entries()) {
    const { code, level } = node;
    const parent = (node.parent && cellOf.get(node.parent)) ?? null;
    const threshold = thresholds[level];
    const value = counted(node, place);
    const cell: Growing = {
      subject,
      code,
      level,
      value,
      threshold,
      strictest: threshold,
      parent,
      children: [],
      hidden: false,
      told: false,
    };
    cellOf.set(node, cell);
    parent?.children.push(cell);
  }
  const cells = [...cellOf.values()];
  for (const { parent, strictest } of cells.toReversed())
    if (parent) parent.strictest = Math.max(parent.strictest, strictest);
  return cells;
}

function checkCount(count: number, { code, children }: TreeNode, { indicator }: Subject): void {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new Invalid(`${indicator} is ${count} in ${code}. A count is a whole number from 0 on.`);
  }
  if (children.length > 0) {
    throw new Invalid(
      `${indicator} was counted for ${code} and for territories in it. Count each person in one place.`,
    );
  }
}

/** Hides the cell and all that is beneath it. */
export function hide(cell: Cell): void {
  if (cell.hidden) return;
  cell.hidden = true;
  cell.children.forEach(hide);
}

export function publish({ hidden, value }: Cell): PublishedCell {
  return hidden ? { value: null, flag: 'c' } : { value, flag: null };
}

/** The cells at these places, as a table of a tree that has these alone. */
export function partOf({ subject, cells }: CountTable, tree: TerritoryTree, places: ArrayLike<number>): CountTable {
  const cellOf = new Map<string, Growing>();
  for (const [index, { code, parent }] of tree.entries()) {
    const cell = cells[places[index] ?? -1];
    if (cell?.code !== code) throw new Invalid(`${subject.indicator} has no count for ${code}.`);
    const copy: Growing = { ...cell, parent: (parent && cellOf.get(parent.code)) ?? null, children: [] };
    copy.parent?.children.push(copy);
    cellOf.set(code, copy);
  }
  return { subject, cells: [...cellOf.values()] };
}
