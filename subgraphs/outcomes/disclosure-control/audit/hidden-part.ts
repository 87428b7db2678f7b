import { Invalid } from '../../../../shared/errors/domain-error.ts';
import type { Cell } from '../count-table.ts';
import { describeEquation, type SumEquation } from './sum-equation.ts';

/** What is left of an equation for an outsider: unknown cells with 1 or -1, and the published rest, summed. */
export interface Unknowns {
  readonly signs: ReadonlyMap<Cell, 1 | -1>;
  readonly sum: number;
  readonly equation: SumEquation;
}

/** The equations that an outsider has about hidden cells; each must be true of the real counts. */
export function unknownsOf(equations: readonly SumEquation[]): Unknowns[] {
  const zeros = toldZeros(equations);
  return equations.flatMap((equation) => {
    checkIsTrue(equation);
    const { whole, parts } = equation;
    const signs = new Map<Cell, 1 | -1>();
    let sum = 0;
    for (const part of parts) {
      if (!isUnknown(part, zeros)) sum -= part.value;
      else if (signs.has(part)) throw new Invalid(`A cell is in the equation twice: ${describeEquation(equation)}.`);
      else signs.set(part, 1);
    }
    if (isUnknown(whole, zeros)) signs.set(whole, -1);
    else sum += whole.value;
    return signs.size > 0 ? [{ signs, sum, equation }] : [];
  });
}

function isUnknown(cell: Cell, zeros: ReadonlySet<Cell>): boolean {
  return cell.hidden && !cell.told && !zeros.has(cell);
}

/** Cells that a published zero tells: it is the sum of them, and zeros are published. */
function toldZeros(equations: readonly SumEquation[]): Set<Cell> {
  const zeros = new Set<Cell>();
  let before = -1;
  while (zeros.size > before) {
    before = zeros.size;
    for (const { whole, parts } of equations) {
      if (whole.value > 0 || isUnknown(whole, zeros)) continue;
      for (const part of parts) if (part.hidden) zeros.add(part);
    }
  }
  return zeros;
}

function checkIsTrue(equation: SumEquation): void {
  const sum = equation.parts.reduce((total, { value }) => total + value, 0);
  if (sum === equation.whole.value) return;
  throw new Invalid(
    `The counts contradict each other: it is not true that ${describeEquation(equation)}. ` +
      `The whole is ${equation.whole.value}, the parts are ${sum}.`,
  );
}

/** Equations that share no hidden cell, not even through others, tell nothing of each other's cells. */
export function componentsOf(all: readonly Unknowns[]): Unknowns[][] {
  const found = new Map<Cell, Unknowns[]>();
  for (const unknowns of all)
    for (const cell of unknowns.signs.keys()) found.set(cell, [...(found.get(cell) ?? []), unknowns]);

  const seen = new Set<Unknowns>();
  return all.flatMap((first) => {
    if (seen.has(first)) return [];
    seen.add(first);
    const component = [first];
    for (const { signs } of component) {
      for (const cell of signs.keys()) {
        for (const next of found.get(cell) ?? []) {
          if (seen.has(next)) continue;
          seen.add(next);
          component.push(next);
        }
      }
    }
    return [component];
  });
}
