import fc from 'fast-check';
import {
  type Audit,
  audit,
  describeExposure,
  type Exposure,
} from '../../subgraphs/outcomes/disclosure-control/audit/audit.ts';
import {
  tableEquations,
  territoryEquations,
} from '../../subgraphs/outcomes/disclosure-control/audit/release-equations.ts';
import { type CountTable, hide } from '../../subgraphs/outcomes/disclosure-control/count-table.ts';
import { isSmall, suppress } from '../../subgraphs/outcomes/disclosure-control/suppress.ts';
import { suppressBreakdown } from '../../subgraphs/outcomes/disclosure-control/suppress-breakdown.ts';
import { someTables } from './random-tables.ts';

/** How many trees each way of hiding was seen on, and on how many of them it told something. */
export interface Tally {
  trees: number;
  /** Trees in which something was hidden, and something was not. */
  mixed: number;
  /** Cells of which the range was too much to compute. */
  unchecked: number;
  cells: number;
  hidingOnlySmall: number;
  hidingOneMore: number;
}

/** Throws, with the tree and what was found out of it, where protection fails. */
export function checkTrees(trees: number): Tally {
  const tally: Tally = { trees: 0, mixed: 0, unchecked: 0, cells: 0, hidingOnlySmall: 0, hidingOneMore: 0 };
  const property = fc.property(someTables, ([totals, ...categories]) => {
    if (!totals) throw new Error('There is no table.');
    tally.hidingOnlySmall += Number(fails(hideOnlySmall, totals, 'EXACTLY'));
    tally.hidingOneMore += Number(fails(hideOneMore, totals, 'NEARLY'));

    suppress(totals);
    suppressBreakdown(totals, categories, 1);
    const found = auditTables(totals, categories);
    if (found.exposures.length > 0) throw new Error(found.exposures.map(describeExposure).join('\n'));

    tally.trees += 1;
    tally.mixed += Number(totals.cells.some(({ hidden }) => hidden) && totals.cells.some(({ hidden }) => !hidden));
    tally.unchecked += found.unchecked.length;
    tally.cells += totals.cells.length * (1 + categories.length);
  });
  fc.assert(property, { numRuns: trees, endOnFailure: true });
  return tally;
}

function auditTables(totals: CountTable, categories: readonly CountTable[]): Audit {
  return audit([
    ...[totals, ...categories].flatMap(territoryEquations),
    ...(categories.length > 0 ? tableEquations(totals, categories, 'its categories') : []),
  ]);
}

/** Whether a hidden count would be told in this way, or nearly; leaves the table as it was. */
function fails(protect: (table: CountTable) => void, table: CountTable, how: Exposure['how']): boolean {
  protect(table);
  const { exposures } = auditTables(table, []);
  for (const cell of table.cells) cell.hidden = false;
  return exposures.some((exposure) => exposure.how === how);
}

function hideOnlySmall({ cells }: CountTable): void {
  for (const cell of cells) if (isSmall(cell)) cell.hidden = true;
}

/** The usual rule: no sum has a single hidden part. */
function hideOneMore(table: CountTable): void {
  hideOnlySmall(table);
  for (const { children } of table.cells.toReversed()) {
    if (children.filter(({ hidden }) => hidden).length !== 1) continue;
    const [next] = children.filter(({ hidden }) => !hidden).toSorted((a, b) => a.value - b.value);
    if (next) hide(next);
  }
}
