import { registerEnumType } from 'type-graphql';
import type { Label } from './indicator-definition.ts';

export enum Language {
  EN = 'EN',
  PL = 'PL',
}
registerEnumType(Language, { name: 'Language', description: 'The languages that names of the catalogue have.' });

export const labelIn = ({ en, pl }: Label, language: Language): string => (language === Language.PL ? pl : en);
