import type { FigureColumn } from '../dataset/figure-column.ts';
import type { TerritoryTree } from '../disclosure-control/territory-tree.ts';

/** One column over all territories of a tree, each value at the place that its territory has in the tree. */
export interface ReleasedColumnValues extends FigureColumn {
  /** The true figures, as whole numbers of the indicator's last digit; NaN where there is none (a quotient of nothing). */
  readonly values: Float64Array;
  /** 1 where the figure is not published. */
  readonly hidden: Uint8Array;
}

/** A release before it is stored, or an earlier one read again: true figures, and which of them are hidden. */
export interface ReleasedFigures {
  readonly tree: TerritoryTree;
  readonly columns: readonly ReleasedColumnValues[];
}
