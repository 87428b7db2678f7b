import { isDerived } from '../indicator/indicator-definition.ts';
import { categoriesOf } from '../indicator/trait.ts';
import type { DatasetDefinition } from './dataset-definition.ts';

/** One published figure of each territory: an indicator, or a category of it; '' for all. */
export interface FigureColumn {
  readonly indicator: string;
  readonly category: string;
}

/** What a release of the dataset holds, in this order: each indicator, behind it its breakdowns. */
export const columnsOf = ({ indicators }: DatasetDefinition): FigureColumn[] =>
  indicators.flatMap((indicator) => [
    { indicator: indicator.code, category: '' },
    ...(isDerived(indicator) ? [] : indicator.breakdowns)
      .flatMap(categoriesOf)
      .map((category) => ({ indicator: indicator.code, category })),
  ]);
