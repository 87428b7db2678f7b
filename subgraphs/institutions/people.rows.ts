import type { RowPolicy } from '../../shared/database/row-policy.ts';
import { Employment } from './employment/employment.ts';
import { ErasedPerson } from './erasure/erased-person.ts';
import { StaffRole } from './staff-role/staff-role.ts';

const ALONE = { read: 'owner-alone', insert: 'owner-alone', update: 'owner-alone' } as const;

/** Whose rows about people are whose. */
export const PEOPLE_ROWS: RowPolicy[] = [
  {
    entity: Employment,
    ...ALONE,
    readWhere: `(select current_setting('hub.purpose', true)) in ('CASE_WORK', 'DATA_SUBJECT', 'INCENTIVE_CONTROL')`,
    because:
      'It is about a person whom the host alone employs. The Centre and the person come to it by the pseudonym that the Centre made, the municipality by the id that the host told: none can list it.',
  },
  { entity: StaffRole, ...ALONE, because: 'It is about a person, whom the host alone employs.' },
  {
    entity: ErasedPerson,
    insert: 'system',
    update: 'system',
    because:
      'A digest that names nobody and belongs to no organisation: every host must hear that a pseudonym is dead.',
  },
];
