import { TerritoryLevel } from '../../shared/territory/territory.ts';
import { type DatasetDefinition, Frequency } from '../../subgraphs/outcomes/dataset/dataset-definition.ts';
import {
  type CountedIndicator,
  type DerivedIndicator,
  IndicatorSubject,
  Measure,
} from '../../subgraphs/outcomes/indicator/indicator-definition.ts';
import { judgeFigures } from '../../subgraphs/outcomes/submission/judge-figures.ts';
import { readFigures } from '../../subgraphs/outcomes/submission/read-figures.ts';

const indicator = (code: string, more: Partial<CountedIndicator> = {}): CountedIndicator => ({
  code,
  label: { en: code, pl: code },
  definition: code,
  subject: IndicatorSubject.PERSON,
  measure: Measure.FLOW,
  unit: 'persons',
  decimals: 0,
  additiveOver: [],
  lowestLevel: TerritoryLevel.LOCAL,
  countedBy: 'cps',
  breakdowns: [],
  ...more,
});
const { breakdowns: _, countedBy: __, ...made } = indicator('MADE');

/** People by sex and employment, their hours, and an indicator that is made of others. */
export const SMALL_DATASET: DatasetDefinition = {
  code: 'TEST',
  label: { en: 'Test', pl: 'Test' },
  frequency: Frequency.ANNUAL,
  indicators: [
    indicator('P', { breakdowns: [['SEX'], ['EMPLOYMENT'], ['SEX', 'EMPLOYMENT']] }),
    indicator('H', { unit: 'hours', decimals: 2, people: 'P' }),
    { ...made, formula: { sum: [{ indicator: 'P', category: 'SEX=F' }] } } as DerivedIndicator,
  ],
};

export const FIGURES_HEADER = 'indicator,category,territory,value';

/** The problems of a file of figures of the small dataset: line, column and reason. */
export function judge(...lines: string[]): [line: number, column: string | null, reason: string][] {
  const { lines: read, problems } = readFigures(SMALL_DATASET, lines.join('\n'));
  const all = problems.length > 0 ? problems : judgeFigures(SMALL_DATASET, read);
  return all.map(({ line, column, reason }) => [line, column, reason]);
}

/** The problems of lines beneath the header, as `line:column`. */
export const refusals = (...lines: string[]) =>
  judge(FIGURES_HEADER, ...lines).map(([line, column]) => `${line}:${column}`);
