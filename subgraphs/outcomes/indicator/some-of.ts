import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import {
  type DerivedIndicator,
  Dimension,
  IndicatorSubject,
  type Label,
  Measure,
  type Part,
} from './indicator-definition.ts';

const { TERRITORY, PERIOD } = Dimension;

export const partsOf = (indicator: string, categories: readonly string[]): Part[] =>
  categories.map((category) => ({ indicator, category }));

/** Makes indicators of the people whom another one counts: those of some categories of one trait. They are published from the region up, as categories are. */
export const someOf =
  (indicator: string) =>
  (code: string, label: Label, definition: string, ...categories: string[]): DerivedIndicator => ({
    code,
    label,
    definition,
    subject: IndicatorSubject.PERSON,
    measure: Measure.FLOW,
    unit: 'persons',
    decimals: 0,
    additiveOver: [TERRITORY, PERIOD],
    lowestLevel: TerritoryLevel.REGIONAL,
    formula: { sum: partsOf(indicator, categories) },
  });

/** Makes shares of the people whom another one counts: `some` and `others` are all categories of one trait. */
export const shareOf =
  (indicator: string) =>
  (code: string, label: Label, definition: string, some: string[], others: string[]): DerivedIndicator => ({
    ...someOf(indicator)(code, label, definition),
    unit: '%',
    additiveOver: [],
    formula: { some: partsOf(indicator, some), others: partsOf(indicator, others) },
  });
