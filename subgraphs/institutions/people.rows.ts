import type { RowPolicy } from '../../shared/database/row-policy.ts';
import { ErasedPerson } from './erasure/erased-person.ts';

/** Whose rows about people are whose, where it is not as the tables of the people themselves have it. */
export const PEOPLE_ROWS: RowPolicy[] = [
  {
    entity: ErasedPerson,
    because: 'a digest that names nobody and belongs to no organisation: every host must hear that a pseudonym is dead',
  },
];
