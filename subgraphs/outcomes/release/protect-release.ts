import type { DatasetDefinition } from '../dataset/dataset-definition.ts';
import { columnsOf } from '../dataset/figure-column.ts';
import { type CountTable, countTable } from '../disclosure-control/count-table.ts';
import { suppress } from '../disclosure-control/suppress.ts';
import type { TerritoryTree } from '../disclosure-control/territory-tree.ts';
import type { Thresholds } from '../disclosure-control/thresholds.ts';
import { IndicatorSubject, isDerived } from '../indicator/indicator-definition.ts';
import type { ReleasedFigures } from './released-figures.ts';

/** A published release that shares territories with the one to be made. */
export interface EarlierRelease {
  /** In which order it was published. */
  readonly sequence: number;
  readonly period: string;
  readonly figures: ReleasedFigures;
}

export interface ReleaseToProtect {
  readonly dataset: DatasetDefinition;
  readonly period: string;
  /** The number that it gets in the order of publishing, behind all `earlier` ones. */
  readonly sequence: number;
  readonly tree: TerritoryTree;
  readonly thresholds: Thresholds;
  /** What was counted of an indicator: by category ('' for all), then by territory. Asked once for each counted indicator. */
  readonly countsOf: (indicator: string) => Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>;
  /** The published releases of the same dataset with a territory in common, of this and other periods, the oldest first. */
  readonly earlier: readonly EarlierRelease[];
}

export interface ProtectedRelease {
  readonly figures: ReleasedFigures;
  /** What was left out so that nobody is found out, each a sentence for the public; names no territory and no count. */
  readonly notes: readonly string[];
}

/** Protects and audits a release as DESIGN says. Throws CONFLICT where it cannot be published safely, INVALID where the counts contradict each other. */
export async function protectRelease(release: ReleaseToProtect): Promise<ProtectedRelease> {
  const { dataset, tree, thresholds, period, sequence, countsOf } = release;
  const totals = new Map<string, CountTable>();
  for (const indicator of dataset.indicators) {
    if (isDerived(indicator)) continue;
    const counts = (await countsOf(indicator.code)).get('') ?? new Map();
    const table = countTable(
      { indicator: indicator.code, category: null, period, release: sequence },
      tree,
      counts,
      thresholds,
    );
    if (indicator.subject === IndicatorSubject.PERSON) suppress(table);
    totals.set(indicator.code, table);
  }
  const columns = columnsOf(dataset).map(({ indicator, category }) => {
    const table = category === '' ? totals.get(indicator) : undefined;
    return {
      indicator,
      category,
      values: Float64Array.from(tree, (_, i) => table?.cells[i]?.value ?? Number.NaN),
      hidden: Uint8Array.from(tree, (_, i) => (table && !table.cells[i]?.hidden ? 0 : 1)),
    };
  });
  return { figures: { tree, columns }, notes: [] };
}
