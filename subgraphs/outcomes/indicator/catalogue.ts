import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import {
  type CountedIndicator,
  type DerivedIndicator,
  Dimension,
  type IndicatorDefinition,
  IndicatorSubject,
  Measure,
} from './indicator-definition.ts';

const { LOCAL, REGIONAL } = TerritoryLevel;
const { PERSON, ORGANISATION, MONEY } = IndicatorSubject;
const { FLOW, STOCK } = Measure;
const { TERRITORY, PERIOD } = Dimension;

const COUNTED: readonly CountedIndicator[] = [
  {
    code: 'EECO01',
    label: { en: 'Total number of participants', pl: 'Łączna liczba uczestników' },
    definition: 'People who entered support in the period, each once.',
    subject: PERSON,
    measure: FLOW,
    unit: 'persons',
    decimals: 0,
    additiveOver: [TERRITORY, PERIOD],
    lowestLevel: LOCAL,
    countedBy: 'cps',
    breakdowns: [['SEX'], ['EMPLOYMENT'], ['DISABILITY'], ['SEX', 'EMPLOYMENT']],
  },
  {
    code: 'NH-T1',
    label: { en: 'Hours of advice, therapy and tutoring', pl: 'Godziny poradnictwa, terapii i opieki' },
    definition: 'Hours of support sessions held in the period with people who entered support in it.',
    subject: PERSON,
    measure: FLOW,
    unit: 'hours',
    decimals: 2,
    additiveOver: [TERRITORY, PERIOD],
    lowestLevel: LOCAL,
    countedBy: 'cps',
    breakdowns: [],
    people: 'EECO01',
  },
  {
    code: 'NH-M1',
    label: { en: 'Manufactories in their protective period', pl: 'Manufaktury w okresie ochronnym' },
    definition: 'Manufactories whose status is PROTECTED at the end of the period.',
    subject: ORGANISATION,
    measure: STOCK,
    unit: 'manufactories',
    decimals: 0,
    additiveOver: [TERRITORY],
    lowestLevel: LOCAL,
    countedBy: 'institutions',
    breakdowns: [],
  },
  {
    code: 'NH-F2',
    label: { en: 'Incentives paid', pl: 'Wypłacone zachęty' },
    definition:
      'What was paid on incentives in the period, in euro at the accounting rate that the municipality names.',
    subject: MONEY,
    measure: FLOW,
    unit: 'EUR',
    decimals: 2,
    additiveOver: [TERRITORY, PERIOD],
    lowestLevel: LOCAL,
    countedBy: 'municipality',
    breakdowns: [],
  },
];

const DERIVED: readonly DerivedIndicator[] = [
  {
    code: 'EECO02',
    label: { en: 'Unemployed, including long-term unemployed', pl: 'Osoby bezrobotne, w tym długotrwale bezrobotne' },
    definition: 'Participants who were unemployed when they entered.',
    subject: PERSON,
    measure: FLOW,
    unit: 'persons',
    decimals: 0,
    additiveOver: [TERRITORY, PERIOD],
    lowestLevel: REGIONAL,
    formula: {
      sum: [
        { indicator: 'EECO01', category: 'EMPLOYMENT=LONG_TERM' },
        { indicator: 'EECO01', category: 'EMPLOYMENT=SHORT_TERM' },
      ],
    },
  },
];

/** Every indicator, those that are counted first. */
export const CATALOGUE: readonly IndicatorDefinition[] = [...COUNTED, ...DERIVED];

const byCode = new Map(CATALOGUE.map((indicator) => [indicator.code, indicator]));

/** Null where no indicator has the code. */
export const findIndicator = (code: string): IndicatorDefinition | null => byCode.get(code) ?? null;
