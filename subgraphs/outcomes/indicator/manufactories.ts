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

const MANUFACTORIES = {
  subject: IndicatorSubject.ORGANISATION,
  measure: FLOW,
  unit: 'manufactories',
  decimals: 0,
  additiveOver: [TERRITORY, PERIOD],
  lowestLevel: LOCAL,
  countedBy: 'institutions',
  breakdowns: [],
} as const;

/** How many months after independence it is asked whether a manufactory still works. */
const SURVIVED = [
  { months: 12, pl: '12 miesięcy' },
  { months: 24, pl: '24 miesiące' },
] as const;

export const COUNTED_MANUFACTORIES: readonly CountedIndicator[] = [
  {
    ...MANUFACTORIES,
    code: 'NH-M1',
    label: { en: 'Manufactories', pl: 'Manufaktury' },
    definition:
      'Manufactories that are there at the end of the period, by their status; those that were closed are not.',
    measure: STOCK,
    additiveOver: [TERRITORY],
    breakdowns: [['STATUS']],
  },
  {
    ...MANUFACTORIES,
    code: 'NH-M2',
    label: { en: 'Manufactories that became independent', pl: 'Manufaktury usamodzielnione' },
    definition: 'Manufactories that became independent in the period, by the legal form that they took.',
    breakdowns: [['LEGAL_FORM']],
  },
  {
    ...MANUFACTORIES,
    code: 'NH-M3',
    label: { en: 'Manufactories that were retained', pl: 'Manufaktury pozostawione w instytucji macierzystej' },
    definition: 'Manufactories of which it was decided in the period that they stay in their parent institution.',
  },
  {
    ...MANUFACTORIES,
    code: 'NH-M6',
    label: { en: 'Manufactories that were closed', pl: 'Manufaktury zamknięte' },
    definition: 'Manufactories that were closed in the period, whatever they were before.',
  },
  ...SURVIVED.flatMap(({ months, pl }): CountedIndicator[] => [
    {
      ...MANUFACTORIES,
      code: `NH-M4-${months}-COHORT`,
      label: {
        en: `Manufactories ${months} months after independence`,
        pl: `Manufaktury ${pl} po usamodzielnieniu`,
      },
      definition: `Manufactories whose independence was ${months} months old on a day of the period.`,
      lowestLevel: REGIONAL,
    },
    {
      ...MANUFACTORIES,
      code: `NH-M4-${months}-SURVIVORS`,
      label: {
        en: `Manufactories still at work ${months} months after independence`,
        pl: `Manufaktury działające ${pl} po usamodzielnieniu`,
      },
      definition: `Those of NH-M4-${months}-COHORT that were not closed by that day.`,
      lowestLevel: REGIONAL,
    },
  ]),
  {
    ...MANUFACTORIES,
    code: 'NH-M5-MONTHS',
    label: { en: 'Months from protection to decision, summed', pl: 'Suma miesięcy od objęcia ochroną do decyzji' },
    definition:
      'Completed months from the first day of protection to the day of independence or of being retained, summed over the ' +
      'manufactories of NH-M2 and NH-M3.',
    unit: 'months',
    lowestLevel: REGIONAL,
  },
];

export const DERIVED_MANUFACTORIES: readonly DerivedIndicator[] = [
  ...SURVIVED.map(
    ({ months, pl }): DerivedIndicator => ({
      code: `NH-M4-${months}`,
      label: {
        en: `Survival ${months} months after independence`,
        pl: `Przeżywalność ${pl} po usamodzielnieniu`,
      },
      definition: `Manufactories still at work ${months} months after independence, of a hundred that became so.`,
      subject: IndicatorSubject.ORGANISATION,
      measure: FLOW,
      unit: '%',
      decimals: 0,
      additiveOver: [],
      lowestLevel: REGIONAL,
      formula: {
        of: [{ indicator: `NH-M4-${months}-SURVIVORS` }],
        per: [{ indicator: `NH-M4-${months}-COHORT` }],
        times: 100,
        atLeast: 1,
      },
    }),
  ),
  {
    code: 'NH-M5',
    label: { en: 'Months from protection to decision', pl: 'Miesiące od objęcia ochroną do decyzji' },
    definition: 'The mean of completed months from the first day of protection to independence or to being retained.',
    subject: IndicatorSubject.ORGANISATION,
    measure: FLOW,
    unit: 'months',
    decimals: 1,
    additiveOver: [],
    lowestLevel: REGIONAL,
    formula: {
      of: [{ indicator: 'NH-M5-MONTHS' }],
      per: [{ indicator: 'NH-M2' }, { indicator: 'NH-M3' }],
      times: 1,
      atLeast: 10,
    },
  },
];
