import type { Label } from './indicator-definition.ts';
import type { Trait } from './trait-definition.ts';

/** Who refused to answer, or was not asked, is not in `YES`: ESF+ counts those of whom it is known. */
const yesOrNot = (code: string, label: Label, yes: Label): Trait => ({
  code,
  label,
  categories: { YES: yes, NO: { en: 'Others, or not known', pl: 'Pozostałe osoby lub brak danych' } },
});

/** What is known of people when they enter. Few are non-binary in any place, so that a category of their own would be hidden, and all others with it. */
const AT_ENTRY: readonly Trait[] = [
  {
    code: 'SEX',
    label: { en: 'Sex', pl: 'Płeć' },
    categories: {
      F: { en: 'Women', pl: 'Kobiety' },
      MX: { en: 'Men and non-binary people', pl: 'Mężczyźni i osoby niebinarne' },
    },
  },
  {
    code: 'EMPLOYMENT',
    label: { en: 'Employment status at entry', pl: 'Status na rynku pracy w chwili rozpoczęcia' },
    categories: {
      LONG_TERM: { en: 'Long-term unemployed', pl: 'Osoby długotrwale bezrobotne' },
      SHORT_TERM: { en: 'Unemployed, not long-term', pl: 'Osoby bezrobotne krócej' },
      INACTIVE: { en: 'Inactive', pl: 'Osoby bierne zawodowo' },
      EMPLOYED: { en: 'Employed, including self-employed', pl: 'Osoby pracujące' },
    },
  },
  {
    code: 'AGE',
    label: { en: 'Age in the year of entry', pl: 'Wiek w roku rozpoczęcia' },
    categories: {
      UNDER_18: { en: 'Below 18', pl: 'Poniżej 18 lat' },
      '18_29': { en: '18 to 29', pl: '18–29 lat' },
      '30_54': { en: '30 to 54', pl: '30–54 lata' },
      '55_UP': { en: '55 and above', pl: '55 lat i więcej' },
    },
  },
  {
    code: 'EDUCATION',
    label: { en: 'Education at entry', pl: 'Wykształcenie w chwili rozpoczęcia' },
    categories: {
      ISCED_0_2: { en: 'Lower secondary or less (ISCED 0-2)', pl: 'Co najwyżej średnie I stopnia (ISCED 0-2)' },
      ISCED_3_4: { en: 'Upper or post-secondary (ISCED 3-4)', pl: 'Średnie II stopnia lub policealne (ISCED 3-4)' },
      ISCED_5_8: { en: 'Tertiary (ISCED 5-8)', pl: 'Wyższe (ISCED 5-8)' },
      UNKNOWN: { en: 'Not known', pl: 'Brak danych' },
    },
  },
  yesOrNot(
    'DISABILITY',
    { en: 'Disability', pl: 'Niepełnosprawność' },
    { en: 'With disabilities', pl: 'Osoby z niepełnosprawnościami' },
  ),
  yesOrNot(
    'THIRD_COUNTRY',
    { en: 'Nationality of a third country', pl: 'Obywatelstwo państwa trzeciego' },
    { en: 'Third-country nationals', pl: 'Obywatele państw trzecich' },
  ),
  yesOrNot(
    'FOREIGN',
    { en: 'Foreign background', pl: 'Obce pochodzenie' },
    { en: 'With a foreign background', pl: 'Osoby obcego pochodzenia' },
  ),
  yesOrNot(
    'MINORITY',
    { en: 'Minority', pl: 'Przynależność do mniejszości' },
    { en: 'Of a minority', pl: 'Osoby należące do mniejszości' },
  ),
  yesOrNot(
    'HOMELESS',
    { en: 'Housing', pl: 'Sytuacja mieszkaniowa' },
    { en: 'Homeless or affected by housing exclusion', pl: 'Osoby w kryzysie bezdomności lub wykluczone mieszkaniowo' },
  ),
  yesOrNot(
    'RURAL',
    { en: 'Rural area', pl: 'Obszar wiejski' },
    { en: 'From rural areas', pl: 'Osoby z obszarów wiejskich' },
  ),
];

const ON_LEAVING: readonly Trait[] = [
  yesOrNot(
    'SEARCHING',
    { en: 'Search for a job upon leaving', pl: 'Poszukiwanie pracy po opuszczeniu programu' },
    { en: 'Searching for a job, inactive at entry', pl: 'Osoby poszukujące pracy, bierne zawodowo na początku' },
  ),
  yesOrNot(
    'IN_EDUCATION',
    { en: 'Education upon leaving', pl: 'Kształcenie po opuszczeniu programu' },
    { en: 'In education or training', pl: 'Osoby kształcące się lub szkolące' },
  ),
  yesOrNot(
    'QUALIFIED',
    { en: 'Qualification upon leaving', pl: 'Kwalifikacje po opuszczeniu programu' },
    { en: 'Gained a qualification', pl: 'Osoby, które uzyskały kwalifikacje' },
  ),
  yesOrNot(
    'IN_WORK',
    { en: 'Work upon leaving', pl: 'Praca po opuszczeniu programu' },
    { en: 'In work, not employed at entry', pl: 'Osoby pracujące, niepracujące na początku' },
  ),
];

/** Who worked in a manufactory before is told apart within one trait: as a figure of its own it would tell of the few others in work. */
const AFTER_SIX_MONTHS: readonly Trait[] = [
  {
    code: 'WORK_AFTER_6',
    label: { en: 'Work six months after leaving', pl: 'Praca sześć miesięcy po opuszczeniu programu' },
    categories: {
      SUSTAINED: { en: 'In work after work in a manufactory', pl: 'Osoby pracujące po pracy w manufakturze' },
      OTHER: { en: 'In work without it', pl: 'Pozostałe osoby pracujące' },
      NO: { en: 'Others, or not known', pl: 'Pozostałe osoby lub brak danych' },
    },
  },
  yesOrNot(
    'IMPROVED_AFTER_6',
    { en: 'Labour-market situation six months after leaving', pl: 'Sytuacja na rynku pracy po sześciu miesiącach' },
    { en: 'Improved, employed at entry', pl: 'Osoby o lepszej sytuacji, pracujące na początku' },
  ),
];

const IN_SURVEYS: readonly Trait[] = [
  yesOrNot(
    'WORK_SATISFACTION',
    { en: 'Satisfaction with work', pl: 'Zadowolenie z pracy' },
    { en: 'Satisfied with their work', pl: 'Osoby zadowolone z pracy' },
  ),
  yesOrNot(
    'TEAM_INTEGRATION',
    { en: 'Integration of the team', pl: 'Integracja zespołu' },
    { en: 'Feel part of their team', pl: 'Osoby czujące się częścią zespołu' },
  ),
];

export const TRAITS_OF_PEOPLE: readonly Trait[] = [...AT_ENTRY, ...ON_LEAVING, ...AFTER_SIX_MONTHS, ...IN_SURVEYS];
