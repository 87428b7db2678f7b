import type { Label } from './indicator-definition.ts';

/** By what people are broken down. Its categories are all there are: whoever fits none, or is not known, has one, too. */
export interface Trait {
  readonly code: string;
  readonly label: Label;
  readonly categories: Readonly<Record<string, Label>>;
}

const YES_OR_NOT = (yes: Label): Readonly<Record<string, Label>> => ({
  YES: yes,
  NO: { en: 'Others, or not known', pl: 'Pozostałe osoby lub brak danych' },
});

/** Few people are non-binary in any place, so that a category of their own would be hidden, and all others with it. */
export const TRAITS: readonly Trait[] = [
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
    code: 'DISABILITY',
    label: { en: 'Disability', pl: 'Niepełnosprawność' },
    categories: YES_OR_NOT({ en: 'With disabilities', pl: 'Osoby z niepełnosprawnościami' }),
  },
];

const byCode = new Map(TRAITS.map((trait) => [trait.code, trait]));

/** All categories of a breakdown, as figures name them: `SEX=F`, and of two traits `EMPLOYMENT=INACTIVE;SEX=F`, traits by code. */
export function categoriesOf(traits: readonly string[]): string[] {
  return traits.toSorted().reduce<string[]>(
    (soFar, code) => {
      const categories = Object.keys(byCode.get(code)?.categories ?? {});
      return soFar.flatMap((before) => categories.map((category) => `${before && `${before};`}${code}=${category}`));
    },
    [''],
  );
}
