import type { IndicatorDefinition, Label } from '../indicator/indicator-definition.ts';

/** The length of the periods for which a dataset is published; each level shows one length alone, so none tells of parts of another. */
export enum Frequency {
  ANNUAL = 'ANNUAL',
  HALF_YEARLY = 'HALF_YEARLY',
  QUARTERLY = 'QUARTERLY',
}

/** Indicators that are submitted, protected and published together. */
export interface DatasetDefinition {
  readonly code: string;
  readonly label: Label;
  readonly frequency: Frequency;
  readonly indicators: readonly IndicatorDefinition[];
}
