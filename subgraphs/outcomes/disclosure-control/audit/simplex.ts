import { Fraction } from './fraction.ts';

/** Σ factors[i] · xᵢ = sum. */
export interface LinearEquation {
  readonly factors: readonly Fraction[];
  readonly sum: Fraction;
}

/** Solutions of the equations in numbers from 0 on, walked from corner to corner (exact; Bland's rule, so it ends). */
export class Simplex {
  private readonly width: number;
  /** Each row gives the variable of `basis` by those that are 0 in this corner; its last number is the value. */
  private rows: Fraction[][];
  private basis: number[];

  /** The equations must have a solution. */
  constructor(equations: readonly LinearEquation[], variables: number) {
    this.width = variables;
    const helpers = equations.length;
    this.rows = equations.map(({ factors, sum }, index) => {
      const sign = sum.sign < 0 ? Fraction.of(-1) : Fraction.ONE;
      const help = Array.from({ length: helpers }, (_, helper) => (helper === index ? Fraction.ONE : Fraction.ZERO));
      return [...factors.map((factor) => factor.times(sign)), ...help, sum.times(sign)];
    });
    this.basis = equations.map((_, index) => variables + index);
    this.dropHelpers(helpers);
  }

  /** The values of all variables in the present corner. */
  corner(): Fraction[] {
    const values = new Array<Fraction>(this.width).fill(Fraction.ZERO);
    for (const [index, row] of this.rows.entries()) values[at(this.basis, index)] = at(row, row.length - 1);
    return values;
  }

  /** Goes on to where the variable is greatest (1) or least (-1), telling of each corner; false if it has no end. */
  walk(variable: number, direction: 1 | -1, visit: (corner: Fraction[]) => void): boolean {
    const goal = [variable];
    while (true) {
      const entering = this.entering(goal, direction);
      if (entering === null) return true;
      if (!this.enter(entering)) return false;
      visit(this.corner());
    }
  }

  /** Helpers, one for each equation, make the first corner; they are brought to 0 and leave. */
  private dropHelpers(helpers: number): void {
    const goal = Array.from({ length: helpers }, (_, helper) => this.width + helper);
    for (let next = this.entering(goal, -1); next !== null; next = this.entering(goal, -1)) this.enter(next);

    for (const [index, variable] of this.basis.entries()) {
      if (variable < this.width) continue;
      const column = at(this.rows, index).findIndex((factor, place) => place < this.width && !factor.isZero);
      if (column >= 0) this.pivot(index, column);
    }
    const kept = [...this.basis.keys()].filter((index) => at(this.basis, index) < this.width);
    this.rows = kept.map((index) =>
      at(this.rows, index).filter((_, place, row) => place < this.width || place === row.length - 1),
    );
    this.basis = kept.map((index) => at(this.basis, index));
  }

  /** The first variable that brings the sum of the goal further in the direction; null where none does. */
  private entering(goal: readonly number[], direction: 1 | -1): number | null {
    const last = (this.rows[0]?.length ?? 1) - 1;
    const goalRows = this.rows.filter((_, index) => goal.includes(at(this.basis, index)));
    const inBasis = new Set(this.basis);
    for (let column = 0; column < last; column += 1) {
      if (inBasis.has(column)) continue;
      let gain = goal.includes(column) ? Fraction.ONE : Fraction.ZERO;
      for (const row of goalRows) gain = gain.minus(at(row, column));
      if (gain.sign === direction) return column;
    }
    return null;
  }

  private enter(column: number): boolean {
    let leaving = -1;
    let least: Fraction | null = null;
    for (const [index, row] of this.rows.entries()) {
      const factor = at(row, column);
      if (factor.sign <= 0) continue;
      const ratio = at(row, row.length - 1).over(factor);
      const ties = least !== null && !ratio.isLessThan(least) && !least.isLessThan(ratio);
      const isBetter = least === null || ratio.isLessThan(least);
      if (!isBetter && !(ties && at(this.basis, index) < at(this.basis, leaving))) continue;
      [leaving, least] = [index, ratio];
    }
    if (leaving < 0) return false;
    this.pivot(leaving, column);
    return true;
  }

  private pivot(index: number, column: number): void {
    const divisor = at(at(this.rows, index), column);
    const pivot = at(this.rows, index).map((factor) => (factor.isZero ? factor : factor.over(divisor)));
    this.rows = this.rows.map((row, place) => {
      const times = at(row, column);
      if (place === index) return pivot;
      if (times.isZero) return row;
      return row.map((factor, other) =>
        at(pivot, other).isZero ? factor : factor.minus(times.times(at(pivot, other))),
      );
    });
    this.basis[index] = column;
  }
}

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new RangeError(`There is no number ${index} in a list of ${values.length}.`);
  return value;
}
