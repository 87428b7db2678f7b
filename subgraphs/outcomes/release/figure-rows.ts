import { type TerritoryLevel, territoryOf } from '../../../shared/territory/territory.ts';
import type { FigureColumn } from '../dataset/figure-column.ts';
import type { TerritoryTree } from '../disclosure-control/territory-tree.ts';
import { findIndicator } from '../indicator/catalogue.ts';
import { isDerived } from '../indicator/indicator-definition.ts';
import type { ReleasedFigures } from '../protection/released-figures.ts';

/** A territory's figures as the tables have them, each list as long as the release has columns. */
export interface FigureRow {
  readonly territory: string;
  readonly level: TerritoryLevel;
  /** null where a figure is not published. */
  readonly published: readonly (number | null)[];
  /** The true figures where `published` has null; null, too, where there is none. */
  readonly withheld: readonly (number | null)[];
}

/**
 * The rows of the territories that are not 0 throughout. A row may be missing only where that is what is published: so a
 * territory of which a counted total is hidden has one, though it be 0.
 */
export function toRows({ tree, columns }: ReleasedFigures): FigureRow[] {
  const totals = columns.filter(isCountedTotal);
  return tree.flatMap(({ code }, place) => {
    const isNothing = totals.every(({ hidden }) => !hidden[place]) && columns.every(({ values }) => !values[place]); // NaN is nothing, too
    if (isNothing) return [];
    const figures = columns.map(({ values, hidden }) => [numberAt(values, place), hidden[place] === 1] as const);
    return {
      territory: code,
      level: territoryOf(code).level,
      published: figures.map(([value, isHidden]) => (isHidden ? null : value)),
      withheld: figures.map(([value, isHidden]) => (isHidden ? value : null)),
    };
  });
}

/** What `toRows` was given, but that a figure which there is not counts as hidden. Throws for a territory that is not in the tree. */
export function fromRows(
  tree: TerritoryTree,
  columns: readonly FigureColumn[],
  rows: readonly FigureRow[],
): ReleasedFigures {
  const places = new Map(tree.map(({ code }, place) => [code, place]));
  const read = columns.map(({ indicator, category }) => {
    const empty = isQuotient(indicator) ? Number.NaN : 0;
    const values = new Float64Array(tree.length).fill(empty);
    const hidden = new Uint8Array(tree.length).fill(Number.isNaN(empty) ? 1 : 0);
    return { indicator, category, values, hidden };
  });
  for (const { territory, published, withheld } of rows) {
    const place = places.get(territory);
    if (place === undefined) throw new Error(`A release has figures of ${territory}, which is not in its territory.`);
    for (const [i, { values, hidden }] of read.entries()) {
      const told = published[i] ?? null;
      values[place] = told ?? withheld[i] ?? Number.NaN;
      hidden[place] = told === null ? 1 : 0;
    }
  }
  return { tree, columns: read };
}

function numberAt(values: Float64Array, place: number): number | null {
  const value = values[place] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
}

const isCountedTotal = ({ indicator, category }: FigureColumn): boolean => {
  const found = findIndicator(indicator);
  return category === '' && found !== null && !isDerived(found);
};

const isQuotient = (indicator: string): boolean => {
  const found = findIndicator(indicator);
  return found !== null && isDerived(found) && !('sum' in found.formula);
};
