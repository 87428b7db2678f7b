import { DomainError } from '../../../../shared/errors/domain-error.ts';
import type { Cell } from '../count-table.ts';
import { determinedCells } from './elimination.ts';
import { componentsOf, type Unknowns, unknownsOf } from './hidden-part.ts';
import { isNarrower, rangesOf } from './range.ts';
import { describeCell, describeEquation, type SumEquation } from './sum-equation.ts';

/** A hidden cell that an outsider can find out, and by what. */
export interface Exposure {
  readonly cell: Cell;
  /** One value is left, or a range that is narrower than the threshold. */
  readonly how: 'EXACTLY' | 'NEARLY';
  readonly by: readonly SumEquation[];
}

export interface Audit {
  readonly exposures: readonly Exposure[];
  /** Cells that are not found out exactly, and whose range was too much to compute. */
  readonly unchecked: readonly Cell[];
  readonly components: number;
}

/**
 * Tries to find out the hidden cells from all that is published and all that is known to add up. Exact knowledge is
 * always found, ranges as far as `unchecked` says. Ranges are those of real numbers; that counts are whole is not used.
 * A cell of threshold 0 is one that may be found out.
 */
export function audit(equations: readonly SumEquation[]): Audit {
  const components = componentsOf(unknownsOf(equations));
  const exposures: Exposure[] = [];
  const unchecked: Cell[] = [];
  for (const component of components) {
    const determined = determinedCells(component);
    const ranges = rangesOf(component);
    for (const [cell, by] of determined) if (cell.threshold > 0) exposures.push({ cell, how: 'EXACTLY', by });
    for (const cell of new Set(component.flatMap(({ signs }) => [...signs.keys()]))) {
      if (determined.has(cell) || cell.threshold === 0) continue;
      const range = ranges.get(cell);
      if (!range) unchecked.push(cell);
      else if (isNarrower(range, cell.threshold)) exposures.push({ cell, how: 'NEARLY', by: nearby(cell, component) });
    }
  }
  return { exposures, unchecked, components: components.length };
}

/** Refuses a release that would tell what it hides, or may; the message is for those who may see the counts. */
export function assertNothingExposed({ exposures, unchecked }: Audit): void {
  if (exposures.length === 0 && unchecked.length === 0) return;
  if (exposures.length === 0) {
    throw new DomainError(
      'CONFLICT',
      `The release cannot be published: how near ${unchecked.length} of its hidden counts can be told is too much to ` +
        'compute, for too many tables are linked. Publish fewer breakdowns at once.',
      { unchecked: unchecked.slice(0, 100).map(describeCell) },
    );
  }
  const found = exposures.map(describeExposure);
  throw new DomainError(
    'CONFLICT',
    `The release cannot be published: ${found.length} of its hidden counts could be found out. ` +
      `Hide more, or publish less of what adds up to them. ${found.slice(0, 3).join(' ')}`,
    { exposures: found.slice(0, 100) },
  );
}

export function describeExposure({ cell, how, by }: Exposure): string {
  const extent = how === 'EXACTLY' ? 'exactly' : `to less than ${cell.threshold}`;
  return `${describeCell(cell)} is told ${extent}, for ${by.map(describeEquation).join('; and ')}.`;
}

/** For a range there is no single chain of reasons: the equations in which the cell itself is. */
function nearby(cell: Cell, component: readonly Unknowns[]): SumEquation[] {
  return component.filter(({ signs }) => signs.has(cell)).map(({ equation }) => equation);
}
