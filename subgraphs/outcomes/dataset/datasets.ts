import { CATALOGUE } from '../indicator/catalogue.ts';
import { type IndicatorDefinition, IndicatorSubject } from '../indicator/indicator-definition.ts';
import { type DatasetDefinition, Frequency } from './dataset-definition.ts';

/** What is published with people though it is no figure of theirs: the paid incentives of `NH-F3`, and the organisations of ESF+. */
const ESF_PLUS_ORGANISATIONS = ['EECO18', 'EECO19'];
const WITH_PEOPLE = ['NH-F2', ...ESF_PLUS_ORGANISATIONS];

const isOfPeople = ({ subject }: IndicatorDefinition): boolean => subject === IndicatorSubject.PERSON;

/** People by year, for smaller periods would be hidden nearly everywhere; what is public anyway by quarter. */
export const DATASETS: readonly DatasetDefinition[] = [
  {
    code: 'PEOPLE',
    label: { en: 'People and what their integration took', pl: 'Osoby i nakłady na ich integrację' },
    frequency: Frequency.ANNUAL,
    indicators: CATALOGUE.filter((indicator) => isOfPeople(indicator) || WITH_PEOPLE.includes(indicator.code)),
  },
  {
    code: 'MANUFACTORIES',
    label: { en: 'Manufactories, their support and their market', pl: 'Manufaktury, ich wsparcie i rynek' },
    frequency: Frequency.QUARTERLY,
    indicators: CATALOGUE.filter(
      (indicator) => !isOfPeople(indicator) && !ESF_PLUS_ORGANISATIONS.includes(indicator.code),
    ),
  },
];

/** Null where no dataset has the code. */
export const findDataset = (code: string): DatasetDefinition | null =>
  DATASETS.find((dataset) => dataset.code === code) ?? null;
