import type { Cell } from '../count-table.ts';
import { Fraction } from './fraction.ts';
import type { Unknowns } from './hidden-part.ts';
import type { Range } from './range.ts';

/** The whole is the sum of the parts, and nothing else is known of the parts. */
export interface Definition {
  readonly whole: Cell;
  readonly parts: readonly Cell[];
}

export interface Simplified {
  readonly ranges: Map<Cell, Range>;
  /** Settled from the last to the first, once the range of the whole is known. */
  readonly definitions: readonly Definition[];
  /** What takes more than this to reason about. */
  readonly left: readonly Unknowns[];
}

/** Settles what is plain to see, which in a tree of territories is everything, in time that grows with its size alone. */
export function simplify(component: readonly Unknowns[]): Simplified {
  const ranges = new Map<Cell, Range>();
  const definitions: Definition[] = [];
  const left = new Set(component);
  const equationsOf = new Map<Cell, Set<Unknowns>>();
  for (const unknowns of component) {
    for (const cell of unknowns.signs.keys()) equationsOf.set(cell, (equationsOf.get(cell) ?? new Set()).add(unknowns));
  }

  const queue = [...component];
  for (const unknowns of queue) {
    if (!left.has(unknowns)) continue;
    const shared = [...unknowns.signs.keys()].filter((cell) => (equationsOf.get(cell)?.size ?? 0) > 1);
    const definition = asDefinition(unknowns, shared);
    if (shared.length === 0) settleAlone(unknowns, ranges);
    else if (definition) definitions.push(definition);
    else continue;

    left.delete(unknowns);
    for (const cell of unknowns.signs.keys()) equationsOf.get(cell)?.delete(unknowns);
    for (const cell of shared) queue.push(...(equationsOf.get(cell) ?? []));
  }
  return { ranges, definitions, left: [...left] };
}

/** An equation about cells of which nothing else is known. */
function settleAlone({ signs, sum }: Unknowns, ranges: Map<Cell, Range>): void {
  const sameSign = new Set(signs.values()).size === 1;
  const total = Fraction.of(Math.abs(sum));
  // With a hidden whole among hidden parts, all of them may be as large as one likes.
  const range = { least: sameSign && signs.size === 1 ? total : Fraction.ZERO, most: sameSign ? total : null };
  for (const cell of signs.keys()) ranges.set(cell, range);
}

function asDefinition({ signs, sum }: Unknowns, shared: readonly Cell[]): Definition | null {
  const [whole, another] = shared;
  if (!whole || another || sum !== 0) return null;
  const parts = [...signs.keys()].filter((cell) => cell !== whole);
  const isSum = parts.length > 0 && parts.every((part) => signs.get(part) !== signs.get(whole));
  return isSum ? { whole, parts } : null;
}
