import type { Cell } from '../count-table.ts';
import { Fraction } from './fraction.ts';
import type { Unknowns } from './hidden-part.ts';
import type { SumEquation } from './sum-equation.ts';

/** A combination of equations: its cells with their factors, the value they give, and what was combined. */
interface Row {
  readonly factors: Map<Cell, Fraction>;
  readonly combined: Map<SumEquation, Fraction> | null;
}

interface Pivot {
  readonly cell: Cell;
  readonly row: Row;
}

/** The cells of which some combination of the equations leaves one value only, with the equations of it. */
export function determinedCells(component: readonly Unknowns[]): Map<Cell, SumEquation[]> {
  const determined = solve(component, false);
  if (determined.length === 0) return new Map();

  // The combinations are kept only here, where there is something to tell of.
  return new Map(solve(component, true).map(({ cell, row }) => [cell, [...(row.combined?.keys() ?? [])]]));
}

/** Gauss and Jordan over fractions: a cell is determined if and only if it is alone in its reduced row. */
function solve(component: readonly Unknowns[], explain: boolean): Pivot[] {
  const pivots = eliminate(component.map((unknowns) => rowOf(unknowns, explain)));
  const reduced = new Map<Cell, Row>();
  for (const { cell, row } of pivots.toReversed()) {
    for (const other of [...row.factors.keys()]) {
      const known = other === cell ? undefined : reduced.get(other);
      if (known) subtract(row, known, other);
    }
    reduced.set(cell, row);
  }
  return pivots.filter(({ row }) => row.factors.size === 1);
}

/** Each pivot's cell is in no later row. Cells that are in one row only come first, for they cost nothing. */
function eliminate(rows: readonly Row[]): Pivot[] {
  const rowsOf = new Map<Cell, Set<Row>>();
  for (const row of rows)
    for (const cell of row.factors.keys()) rowsOf.set(cell, (rowsOf.get(cell) ?? new Set()).add(row));
  const lonely = [...rowsOf.keys()].filter((cell) => rowsOf.get(cell)?.size === 1);
  const left = new Set(rows);
  const pivots: Pivot[] = [];

  while (left.size > 0) {
    const pivot = nextPivot(lonely, left, rowsOf);
    if (!pivot) break;
    const { cell, row } = pivot;
    left.delete(row);
    for (const other of row.factors.keys()) rowsOf.get(other)?.delete(row);

    for (const target of rowsOf.get(cell) ?? []) {
      const had = [...target.factors.keys()];
      subtract(target, row, cell);
      for (const gone of had) if (!target.factors.has(gone)) rowsOf.get(gone)?.delete(target);
      for (const now of target.factors.keys()) rowsOf.get(now)?.add(target);
    }
    for (const other of row.factors.keys()) if (rowsOf.get(other)?.size === 1) lonely.push(other);
    pivots.push(pivot);
  }
  return pivots;
}

function nextPivot(lonely: Cell[], left: ReadonlySet<Row>, rowsOf: ReadonlyMap<Cell, Set<Row>>): Pivot | null {
  for (let cell = lonely.pop(); cell; cell = lonely.pop()) {
    const [row, another] = rowsOf.get(cell) ?? [];
    if (row && !another) return { cell, row };
  }
  const shortest = [...left]
    .filter(({ factors }) => factors.size > 0)
    .sort((a, b) => a.factors.size - b.factors.size)[0];
  if (!shortest) return null;
  const [cell] = [...shortest.factors.keys()].sort((a, b) => (rowsOf.get(a)?.size ?? 0) - (rowsOf.get(b)?.size ?? 0));
  return cell ? { cell, row: shortest } : null;
}

function rowOf({ signs, equation }: Unknowns, explain: boolean): Row {
  return {
    factors: new Map([...signs].map(([cell, sign]) => [cell, Fraction.of(sign)])),
    combined: explain ? new Map([[equation, Fraction.ONE]]) : null,
  };
}

/** Takes as much of `other` from the row that `cell` is no longer in it. */
function subtract(row: Row, other: Row, cell: Cell): void {
  const times = (row.factors.get(cell) ?? Fraction.ZERO).over(other.factors.get(cell) ?? Fraction.ONE).negative;
  addTimes(row.factors, other.factors, times);
  if (row.combined && other.combined) addTimes(row.combined, other.combined, times);
}

function addTimes<Key>(to: Map<Key, Fraction>, from: ReadonlyMap<Key, Fraction>, times: Fraction): void {
  for (const [key, factor] of from) {
    const sum = (to.get(key) ?? Fraction.ZERO).plus(factor.times(times));
    if (sum.isZero) to.delete(key);
    else to.set(key, sum);
  }
}
