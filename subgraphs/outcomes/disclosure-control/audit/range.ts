import type { Cell } from '../count-table.ts';
import { Fraction } from './fraction.ts';
import { componentsOf, type Unknowns } from './hidden-part.ts';
import { Simplex } from './simplex.ts';
import { type Definition, simplify } from './simplify.ts';

/** Between what an outsider can see that the cell lies; no upper end where `most` is null. */
export interface Range {
  readonly least: Fraction;
  readonly most: Fraction | null;
}

/** Beyond so many cells that no shorter reasoning settles, ranges are not computed: it could take minutes. */
const LARGEST = 400;

/**
 * The ranges of a component's cells, from the equations and that no count is negative. A range that is wider than each
 * threshold may be given narrower than it is. Missing are the cells of what is too large.
 */
export function rangesOf(component: readonly Unknowns[]): Map<Cell, Range> {
  const { ranges, definitions, left } = simplify(component);
  for (const part of componentsOf(left)) {
    const cells = [...new Set(part.flatMap(({ signs }) => [...signs.keys()]))];
    if (cells.length <= LARGEST) explore(part, cells, Math.max(...component.map(largestThreshold)), ranges);
  }
  for (const definition of definitions.toReversed()) settle(definition, ranges);
  return ranges;
}

/** A single part is its whole; of several, each may be nothing or all of it. */
function settle({ whole, parts }: Definition, ranges: Map<Cell, Range>): void {
  const range = ranges.get(whole);
  if (!range) return;
  for (const part of parts) ranges.set(part, parts.length === 1 ? range : { least: Fraction.ZERO, most: range.most });
}

/** Walks the corners until each cell was seen as far apart as is needed, or at both its ends. */
function explore(part: readonly Unknowns[], cells: readonly Cell[], needed: number, ranges: Map<Cell, Range>): void {
  const simplex = new Simplex(
    part.map(({ signs, sum }) => ({
      factors: cells.map((cell) => Fraction.of(signs.get(cell) ?? 0)),
      sum: Fraction.of(sum),
    })),
    cells.length,
  );
  const seen = simplex.corner().map((value): Range => ({ least: value, most: value }));
  const visit = (corner: readonly Fraction[]): void => {
    for (const [index, value] of corner.entries()) {
      const { least, most } = seen[index] ?? { least: value, most: value };
      seen[index] = {
        least: value.isLessThan(least) ? value : least,
        most: most?.isLessThan(value) ? value : most,
      };
    }
  };
  for (const [index, cell] of cells.entries()) {
    for (const direction of [1, -1] as const) {
      const range = seen[index];
      if (!range || !isNarrower(range, needed)) break;
      if (!simplex.walk(index, direction, visit)) seen[index] = { least: range.least, most: null };
    }
    const range = seen[index];
    if (range) ranges.set(cell, range);
  }
}

export function isNarrower({ least, most }: Range, than: number): boolean {
  if (most === null) return false;
  return most.minus(least).isLessThan(Fraction.of(than));
}

function largestThreshold({ signs }: Unknowns): number {
  return [...signs.keys()].reduce((largest, { threshold }) => Math.max(largest, threshold), 0);
}
