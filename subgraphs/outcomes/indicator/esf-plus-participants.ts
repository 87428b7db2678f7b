import type { DerivedIndicator } from './indicator-definition.ts';
import { someOf } from './some-of.ts';

const participants = someOf('EECO01');

/**
 * After Annex I of Regulation (EU) 2021/1057. The English wording of EECO01 to EECO16 was read as eumonitor.eu quotes it, that of the
 * others and most numbers are general knowledge; the numbers 02, 05, 12 to 16 and 19 were seen in the Commission's answers on
 * SFC or in a national portal. Polish labels are working ones, not those of the Polish list (WLWK). Gathered on 2026-11-24:
 * check both against the Commission's list before an ESF+ report relies on them.
 */
export const ESF_PLUS_PARTICIPANTS: readonly DerivedIndicator[] = [
  participants(
    'EECO02',
    { en: 'Unemployed, including long-term unemployed', pl: 'Osoby bezrobotne, w tym długotrwale bezrobotne' },
    'Participants who were unemployed when they entered.',
    'EMPLOYMENT=LONG_TERM',
    'EMPLOYMENT=SHORT_TERM',
  ),
  participants(
    'EECO03',
    { en: 'Long-term unemployed', pl: 'Osoby długotrwale bezrobotne' },
    'Participants who had been unemployed for a year or longer when they entered.',
    'EMPLOYMENT=LONG_TERM',
  ),
  participants(
    'EECO04',
    { en: 'Inactive', pl: 'Osoby bierne zawodowo' },
    'Participants who neither worked nor looked for work when they entered.',
    'EMPLOYMENT=INACTIVE',
  ),
  participants(
    'EECO05',
    {
      en: 'Employed, including self-employed',
      pl: 'Osoby pracujące, w tym prowadzące działalność na własny rachunek',
    },
    'Participants who were employed when they entered.',
    'EMPLOYMENT=EMPLOYED',
  ),
  participants(
    'EECO06',
    { en: 'Number of children below 18 years of age', pl: 'Dzieci w wieku poniżej 18 lat' },
    'Participants who were below 18 in the year in which they entered.',
    'AGE=UNDER_18',
  ),
  participants(
    'EECO07',
    { en: 'Young people between 18 and 29 years of age', pl: 'Osoby młode w wieku 18-29 lat' },
    'Participants who were from 18 to 29 in the year in which they entered.',
    'AGE=18_29',
  ),
  participants(
    'EECO08',
    { en: 'Number of participants of 55 years of age and above', pl: 'Uczestnicy w wieku 55 lat i więcej' },
    'Participants who were 55 or older in the year in which they entered.',
    'AGE=55_UP',
  ),
  participants(
    'EECO09',
    {
      en: 'With lower secondary education or less (ISCED 0-2)',
      pl: 'Osoby z wykształceniem co najwyżej średnim I stopnia (ISCED 0-2)',
    },
    'Participants with at most lower secondary education when they entered.',
    'EDUCATION=ISCED_0_2',
  ),
  participants(
    'EECO10',
    {
      en: 'With upper secondary (ISCED 3) or post-secondary education (ISCED 4)',
      pl: 'Osoby z wykształceniem średnim II stopnia lub policealnym (ISCED 3-4)',
    },
    'Participants with upper secondary or post-secondary education when they entered.',
    'EDUCATION=ISCED_3_4',
  ),
  participants(
    'EECO11',
    { en: 'With tertiary education (ISCED 5 to 8)', pl: 'Osoby z wykształceniem wyższym (ISCED 5-8)' },
    'Participants with tertiary education when they entered.',
    'EDUCATION=ISCED_5_8',
  ),
  participants(
    'EECO12',
    { en: 'Participants with disabilities', pl: 'Osoby z niepełnosprawnościami' },
    'Participants of whom it is known that they have a disability.',
    'DISABILITY=YES',
  ),
  participants(
    'EECO13',
    { en: 'Third-country nationals', pl: 'Obywatele państw trzecich' },
    'Participants of whom it is known that they are nationals of a country outside the EU.',
    'THIRD_COUNTRY=YES',
  ),
  participants(
    'EECO14',
    { en: 'Participants with a foreign background', pl: 'Osoby obcego pochodzenia' },
    'Participants of whom it is known that they have a foreign background.',
    'FOREIGN=YES',
  ),
  participants(
    'EECO15',
    {
      en: 'Minorities (including marginalised communities such as Roma people)',
      pl: 'Osoby należące do mniejszości, w tym społeczności marginalizowanych, takich jak Romowie',
    },
    'Participants of whom it is known that they belong to a minority.',
    'MINORITY=YES',
  ),
  participants(
    'EECO16',
    {
      en: 'Homeless or affected by housing exclusion',
      pl: 'Osoby w kryzysie bezdomności lub dotknięte wykluczeniem z dostępu do mieszkań',
    },
    'Participants of whom it is known that they are homeless or excluded from housing.',
    'HOMELESS=YES',
  ),
  participants(
    'EECO17',
    { en: 'Participants from rural areas', pl: 'Osoby z obszarów wiejskich' },
    'Participants who live in a thinly populated area (DEGURBA 3).',
    'RURAL=YES',
  ),
];
