import { TerritoryLevel } from '../../shared/territory/territory.ts';
import {
  type Cell,
  type CountTable,
  countTable,
  type Subject,
} from '../../subgraphs/outcomes/disclosure-control/count-table.ts';
import { type Place, territoryTree } from '../../subgraphs/outcomes/disclosure-control/territory-tree.ts';
import { thresholdsOf } from '../../subgraphs/outcomes/disclosure-control/thresholds.ts';

/** Territories in each other; the innermost have a count. */
export interface Counts {
  readonly [code: string]: number | Counts;
}

/** A region and what is in it, where nothing else is said. */
const LEVELS: readonly TerritoryLevel[] = [TerritoryLevel.REGIONAL, TerritoryLevel.LOCAL];

export const ALL_LEVELS: readonly TerritoryLevel[] = [
  TerritoryLevel.EUROPEAN,
  TerritoryLevel.NATIONAL,
  TerritoryLevel.REGIONAL,
  TerritoryLevel.LOCAL,
];

/** The last of `levels` is that of all deeper territories, too. */
export function tableOf(counts: Counts, subject: Partial<Subject> = {}, levels = LEVELS): CountTable {
  const places: Place[] = [];
  const leaves = new Map<string, number>();
  const visit = (inner: Counts, parentCode: string | null, depth: number): void => {
    for (const [code, count] of Object.entries(inner)) {
      places.push({ code, parentCode, level: levels[Math.min(depth, levels.length - 1)] ?? TerritoryLevel.LOCAL });
      if (typeof count === 'number') leaves.set(code, count);
      else visit(count, code, depth + 1);
    }
  };
  visit(counts, null, 0);

  const whole = { indicator: 'EECO01', category: null, period: '2026', release: 1, ...subject };
  return countTable(whole, territoryTree(places), leaves, thresholdsOf());
}

export function cellOf({ cells }: CountTable, code: string): Cell {
  const found = cells.find((cell) => cell.code === code);
  if (!found) throw new Error(`There is no cell for ${code}.`);
  return found;
}

export function hiddenIn({ cells }: CountTable): string {
  return cells
    .filter(({ hidden }) => hidden)
    .map(({ code }) => code)
    .join(' ');
}

/** What somebody would do by hand: hides these and nothing else. */
export function hideOnly({ cells }: CountTable, ...codes: string[]): void {
  for (const cell of cells) cell.hidden = codes.includes(cell.code);
}
