import { registerEnumType } from 'type-graphql';

/** What ESF+ asks about a participant at entry, as codes (Regulation (EU) 2021/1057, Annex I). */

export enum Sex {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
  NON_BINARY = 'NON_BINARY',
}
registerEnumType(Sex, { name: 'Sex' });

export enum EmploymentStatus {
  UNEMPLOYED = 'UNEMPLOYED',
  LONG_TERM_UNEMPLOYED = 'LONG_TERM_UNEMPLOYED',
  INACTIVE = 'INACTIVE',
  EMPLOYED = 'EMPLOYED',
}
registerEnumType(EmploymentStatus, {
  name: 'EmploymentStatus',
  valuesConfig: {
    UNEMPLOYED: { description: 'For less than a year (with the long-term unemployed EECO02).' },
    LONG_TERM_UNEMPLOYED: { description: 'EECO03' },
    INACTIVE: { description: 'EECO04' },
    EMPLOYED: { description: 'EECO05, including self-employed' },
  },
});

export enum EntryAnswer {
  YES = 'YES',
  NO = 'NO',
  REFUSED = 'REFUSED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(EntryAnswer, {
  name: 'EntryAnswer',
  description: 'An answer about a trait that a participant need not tell: to refuse is an answer, too.',
});
