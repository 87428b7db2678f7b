import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { type CountedIndicator, Dimension, IndicatorSubject, Measure } from './indicator-definition.ts';

const { LOCAL, REGIONAL } = TerritoryLevel;
const { FLOW, STOCK } = Measure;
const { TERRITORY, PERIOD } = Dimension;

const PEOPLE = {
  subject: IndicatorSubject.PERSON,
  measure: FLOW,
  unit: 'persons',
  decimals: 0,
  additiveOver: [TERRITORY, PERIOD],
  countedBy: 'cps',
} as const;

const HOURS = { ...PEOPLE, unit: 'hours', decimals: 2, lowestLevel: LOCAL, breakdowns: [], people: 'EECO01' } as const;

/**
 * People, as a centre's own records have them, or its survey. Everybody is counted by one centre, once. Locally there are
 * totals of different people alone: none of them is a part of another.
 */
export const COUNTED_PEOPLE: readonly CountedIndicator[] = [
  {
    ...PEOPLE,
    code: 'EECO01',
    label: { en: 'Total number of participants', pl: 'Łączna liczba uczestników' },
    definition:
      'People who entered support in the period, each once. Age is the year of entry less the year of birth. Who refused to ' +
      'answer is counted with those of whom nothing is known. Whether somebody is from a rural area (DEGURBA 3) is in no ' +
      "record of the hub: the centre adds it from people's addresses, or leaves that breakdown out.",
    lowestLevel: LOCAL,
    breakdowns: [
      ['SEX'],
      ['EMPLOYMENT'],
      ['AGE'],
      ['EDUCATION'],
      ['DISABILITY'],
      ['THIRD_COUNTRY'],
      ['FOREIGN'],
      ['MINORITY'],
      ['HOMELESS'],
      ['RURAL'],
      ['SEX', 'EMPLOYMENT'],
      ['SEX', 'AGE'],
      ['SEX', 'EDUCATION'],
    ],
  },
  {
    ...PEOPLE,
    code: 'NH-P1',
    label: { en: 'People employed in manufactories', pl: 'Osoby zatrudnione w manufakturach' },
    definition:
      'People whom a centre accompanies and who are employed in a manufactory at the end of the period; staff are not counted.',
    measure: STOCK,
    additiveOver: [TERRITORY],
    lowestLevel: LOCAL,
    breakdowns: [['SEX']],
  },
  {
    ...PEOPLE,
    code: 'NH-P3',
    label: { en: 'People who left', pl: 'Osoby, które zakończyły udział' },
    definition: 'People who left support in the period, with the results that were observed within four weeks.',
    lowestLevel: LOCAL,
    breakdowns: [['SEX'], ['SEARCHING'], ['IN_EDUCATION'], ['QUALIFIED'], ['IN_WORK']],
  },
  {
    ...PEOPLE,
    code: 'NH-P4',
    label: { en: 'People followed up after six months', pl: 'Osoby zbadane po sześciu miesiącach' },
    definition: 'People who had left at least six months before, and were asked again in the period.',
    lowestLevel: REGIONAL,
    breakdowns: [['SEX'], ['WORK_AFTER_6'], ['IMPROVED_AFTER_6']],
  },
  {
    ...HOURS,
    code: 'NH-T1',
    label: { en: 'Hours of advice, therapy and tutoring', pl: 'Godziny poradnictwa, terapii i opieki' },
    definition: 'Hours of support sessions held in the period with people who entered support in it.',
  },
  {
    ...HOURS,
    code: 'NH-T2',
    label: { en: 'Hours of training', pl: 'Godziny szkoleń' },
    definition:
      'Hours that people who entered support in the period took part in trainings, of those in which their part ended in it.',
  },
  {
    ...PEOPLE,
    code: 'NH-Q1',
    label: { en: 'Respondents of the survey', pl: 'Respondenci ankiety' },
    definition:
      'People who answered the centre’s survey of those who work, or worked, in a manufactory. The hub does not hold the ' +
      'answers: the centre counts them, and submits the counts.',
    additiveOver: [TERRITORY],
    lowestLevel: REGIONAL,
    breakdowns: [['WORK_SATISFACTION'], ['TEAM_INTEGRATION']],
  },
];
