import { readReferenceCsv } from '../../../shared/reference-data/read-csv.ts';
import type { Trait } from './trait-definition.ts';

const LEGAL_FORMS = readReferenceCsv<'code' | 'label' | 'label_pl'>('shared/classification/data/legal-forms-pl.csv');

/** What manufactories and their orders are broken down by; these are public facts. */
export const TRAITS_OF_ORGANISATIONS: readonly Trait[] = [
  {
    code: 'STATUS',
    label: { en: 'Status', pl: 'Status' },
    categories: {
      PREPARING: { en: 'In preparation', pl: 'W przygotowaniu' },
      PROTECTED: { en: 'In their protective period', pl: 'W okresie ochronnym' },
      DECISION: { en: 'Before the decision on their form', pl: 'Przed decyzją o formie' },
      INDEPENDENT: { en: 'Independent', pl: 'Usamodzielnione' },
      RETAINED: { en: 'Retained in their parent institution', pl: 'Pozostające w instytucji macierzystej' },
    },
  },
  {
    code: 'LEGAL_FORM',
    label: { en: 'Legal form', pl: 'Forma prawna' },
    categories: Object.fromEntries(LEGAL_FORMS.map((form) => [form.code, { en: form.label, pl: form.label_pl }])),
  },
  {
    // The sections of NACE Rev. 2.1 (PKD 2025) that `shared/classification/data/nace-2.1.csv` has classes of.
    code: 'NACE_SECTION',
    label: { en: 'Section of NACE Rev. 2.1', pl: 'Sekcja PKD 2025' },
    categories: {
      I: { en: 'Accommodation and food service activities', pl: 'Zakwaterowanie i usługi gastronomiczne' },
      O: { en: 'Administrative and support service activities', pl: 'Administrowanie i działalność wspierająca' },
      Q: { en: 'Education', pl: 'Edukacja' },
      R: { en: 'Human health and social work activities', pl: 'Opieka zdrowotna i pomoc społeczna' },
      S: { en: 'Arts, sports and recreation', pl: 'Kultura, sport i rekreacja' },
      T: { en: 'Other service activities', pl: 'Pozostała działalność usługowa' },
    },
  },
];
