import { type CountTable, releasedTable } from '../disclosure-control/count-table.ts';
import type { Thresholds } from '../disclosure-control/thresholds.ts';
import type { EarlierRelease } from './protect-release.ts';
import { type Territories, territoriesOf } from './protect-territories.ts';
import type { ReleasedColumnValues } from './released-figures.ts';

/** The tables of one earlier release. */
export class EarlierTables {
  readonly release: EarlierRelease;
  private known: Territories | null = null;
  private readonly thresholds: Thresholds;
  private readonly columns: ReadonlyMap<string, ReleasedColumnValues>;

  constructor(release: EarlierRelease, thresholds: Thresholds) {
    this.release = release;
    this.thresholds = thresholds;
    this.columns = new Map(
      release.figures.columns.map((column) => [keyOf(column.indicator, column.category), column] as const),
    );
  }

  get territories(): Territories {
    this.known ??= territoriesOf(this.release.figures.tree);
    return this.known;
  }

  /** Null where the release did not have it. */
  column(indicator: string, category: string): ReleasedColumnValues | null {
    return this.columns.get(keyOf(indicator, category)) ?? null;
  }

  /** The whole table, or the upper part of it; null where the release did not have it. */
  table(indicator: string, category: string, part: 'WHOLE' | 'UPPER'): CountTable | null {
    const column = this.column(indicator, category);
    if (!column) return null;
    const { period, sequence } = this.release;
    const subject = { indicator, category: category || null, period, release: sequence };
    const { tree, upper, upperPlaces } = this.territories;
    if (part === 'WHOLE') return releasedTable(subject, tree, column, this.thresholds);
    return releasedTable(
      subject,
      upper,
      {
        values: Float64Array.from(upperPlaces, (place) => column.values[place] ?? 0),
        hidden: Uint8Array.from(upperPlaces, (place) => column.hidden[place] ?? 1),
      },
      this.thresholds,
    );
  }
}

const keyOf = (indicator: string, category: string): string => `${indicator} ${category}`;
