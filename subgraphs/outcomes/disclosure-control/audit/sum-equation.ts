import type { Cell } from '../count-table.ts';

/** What everybody knows to be true of the cells: the whole is the sum of the parts. */
export interface SumEquation {
  readonly whole: Cell;
  readonly parts: readonly Cell[];
  /** What the parts are, such as `its territories`. */
  readonly by: string;
}

export function describeCell({ subject, code }: Cell): string {
  const { indicator, category, period, release } = subject;
  return `${[indicator, category, 'of', code, 'in', period].filter(Boolean).join(' ')} (release ${release})`;
}

export function describeEquation({ whole, parts, by }: SumEquation): string {
  return `${describeCell(whole)} is the sum of ${by} (${parts.length})`;
}
