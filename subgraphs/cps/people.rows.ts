import type { RowPolicy } from '../../shared/database/row-policy.ts';
import { Erasure } from './erasure/erasure.ts';
import { PersonKey } from './person-key/person-key.ts';

/** Whose rows about people are whose, where it is not as the tables of the people themselves have it. */
export const PEOPLE_ROWS: RowPolicy[] = [
  {
    entity: PersonKey,
    read: 'owner-alone',
    insert: 'owner-alone',
    update: 'owner-alone',
    because: 'it links a person to all pseudonyms of the person',
  },
  {
    entity: Erasure,
    read: 'owner-alone',
    insert: 'owner-alone',
    update: 'owner-alone',
    because: 'that somebody was erased is known to those who did it',
  },
];
