import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import {
  type CountedIndicator,
  type DerivedIndicator,
  Dimension,
  IndicatorSubject,
  Measure,
} from './indicator-definition.ts';

const { LOCAL, REGIONAL } = TerritoryLevel;
const { FLOW, STOCK } = Measure;
const { TERRITORY, PERIOD } = Dimension;

const COUNT = {
  subject: IndicatorSubject.ORGANISATION,
  measure: FLOW,
  decimals: 0,
  additiveOver: [TERRITORY, PERIOD],
  lowestLevel: LOCAL,
  breakdowns: [],
} as const;

const EUROS = { ...COUNT, subject: IndicatorSubject.MONEY, unit: 'EUR', decimals: 2 } as const;

/** What supports manufactories, and what they sell: organisations and money, all of them public facts. */
export const COUNTED_SUPPORT_AND_MARKET: readonly CountedIndicator[] = [
  {
    ...COUNT,
    code: 'EECO18',
    label: {
      en: 'Number of supported public administrations or public services at national, regional or local level',
      pl: 'Liczba objętych wsparciem podmiotów administracji publicznej lub służb publicznych',
    },
    definition:
      'Public bodies that support began for in the period, each once. No record of the hub says so: the centre submits it.',
    unit: 'organisations',
    countedBy: 'cps',
  },
  {
    ...COUNT,
    code: 'EECO19',
    label: {
      en: 'Number of supported micro, small and medium-sized enterprises (including cooperative enterprises and social enterprises)',
      pl: 'Liczba objętych wsparciem MŚP (w tym spółdzielni i przedsiębiorstw społecznych)',
    },
    definition:
      'Enterprises that support began for in the period, each once; not those of self-employed people who are counted in ' +
      'EECO05 for the same support. No record of the hub says so: the centre submits it.',
    unit: 'organisations',
    countedBy: 'cps',
  },
  {
    ...COUNT,
    code: 'NH-I1',
    label: { en: 'Ideas submitted', pl: 'Zgłoszone pomysły' },
    definition: 'Ideas for a manufactory that were submitted to a centre in the period, whatever became of them.',
    unit: 'ideas',
    countedBy: 'cps',
  },
  {
    ...COUNT,
    code: 'NH-I2',
    label: { en: 'Ideas verified', pl: 'Zweryfikowane pomysły' },
    definition: 'Ideas that a centre verified in the period, whenever they were submitted.',
    unit: 'ideas',
    countedBy: 'cps',
  },
  {
    ...COUNT,
    code: 'NH-C1',
    label: { en: 'Consultations held', pl: 'Przeprowadzone konsultacje' },
    definition: 'Consultations whose last day is in the period, and which are closed or reported.',
    unit: 'consultations',
    countedBy: 'cps',
  },
  {
    ...EUROS,
    code: 'NH-F1',
    label: { en: 'Incentives awarded', pl: 'Przyznane zachęty' },
    definition:
      'What was awarded in incentives in the period, whatever became of it later, in euro at the accounting rate that the municipality names.',
    countedBy: 'municipality',
  },
  {
    ...EUROS,
    code: 'NH-F2',
    label: { en: 'Incentives paid', pl: 'Wypłacone zachęty' },
    definition:
      'What was paid on incentives in the period, in euro at the accounting rate that the municipality names. What was given back is not taken off.',
    countedBy: 'municipality',
  },
  {
    ...COUNT,
    code: 'NH-S1',
    label: { en: 'Services offered', pl: 'Oferowane usługi' },
    definition:
      'Services of manufactories that were offered by the end of the period and had not ended; some may pause.',
    measure: STOCK,
    unit: 'services',
    additiveOver: [TERRITORY],
    countedBy: 'marketplace',
  },
  {
    ...COUNT,
    code: 'NH-S2',
    label: { en: 'Orders delivered', pl: 'Zrealizowane zamówienia' },
    definition: 'Orders that were delivered in the period, by the section of NACE Rev. 2.1 of the service.',
    unit: 'orders',
    breakdowns: [['NACE_SECTION']],
    countedBy: 'marketplace',
  },
  {
    ...EUROS,
    code: 'NH-S4',
    label: { en: 'Earned income', pl: 'Przychody ze sprzedaży' },
    definition:
      'What the orders that were delivered in the period cost, in euro at the accounting rate that the marketplace names.',
    countedBy: 'marketplace',
  },
];

const QUOTIENT = { measure: FLOW, decimals: 0, additiveOver: [], lowestLevel: REGIONAL } as const;

export const DERIVED_SUPPORT_AND_MARKET: readonly DerivedIndicator[] = [
  {
    ...QUOTIENT,
    code: 'NH-F3',
    label: { en: 'Public cost per sustained job', pl: 'Koszt publiczny trwałego miejsca pracy' },
    definition: 'Incentives paid in the period, for each sustained job (NH-P2) that was found in it.',
    // About people: with what was paid, which is public, it tells how many they are.
    subject: IndicatorSubject.PERSON,
    unit: 'EUR',
    formula: {
      of: [{ indicator: 'NH-F2' }],
      per: [{ indicator: 'NH-P4', category: 'WORK_AFTER_6=SUSTAINED' }],
      times: 1,
      atLeast: 10,
    },
  },
  {
    ...QUOTIENT,
    code: 'NH-S3',
    label: { en: 'Share of market income', pl: 'Udział przychodów ze sprzedaży' },
    definition: 'Earned income, of a hundred euro that were earned or paid as incentives.',
    subject: IndicatorSubject.MONEY,
    unit: '%',
    formula: {
      of: [{ indicator: 'NH-S4' }],
      per: [{ indicator: 'NH-S4' }, { indicator: 'NH-F2' }],
      times: 100,
      atLeast: 1,
    },
  },
];
