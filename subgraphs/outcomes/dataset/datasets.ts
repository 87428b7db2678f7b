import { CATALOGUE, findIndicator } from '../indicator/catalogue.ts';
import type { IndicatorDefinition } from '../indicator/indicator-definition.ts';
import { type DatasetDefinition, Frequency } from './dataset-definition.ts';

const MANUFACTORIES = ['NH-M1', 'NH-F2'];

const named = (codes: readonly string[]): IndicatorDefinition[] =>
  codes.map((code) => {
    const indicator = findIndicator(code);
    if (!indicator) throw new Error(`No indicator has the code ${code}.`);
    return indicator;
  });

/** People by year, for smaller periods would be hidden nearly everywhere; what is public anyway by quarter. */
export const DATASETS: readonly DatasetDefinition[] = [
  {
    code: 'PEOPLE',
    label: { en: 'People and what their integration took', pl: 'Osoby i nakłady na ich integrację' },
    frequency: Frequency.ANNUAL,
    indicators: CATALOGUE.filter(({ code }) => !MANUFACTORIES.includes(code) || code === 'NH-F2'),
  },
  {
    code: 'MANUFACTORIES',
    label: { en: 'Manufactories, their support and their market', pl: 'Manufaktury, ich wsparcie i rynek' },
    frequency: Frequency.QUARTERLY,
    indicators: named(MANUFACTORIES),
  },
];

/** Null where no dataset has the code. */
export const findDataset = (code: string): DatasetDefinition | null =>
  DATASETS.find((dataset) => dataset.code === code) ?? null;
