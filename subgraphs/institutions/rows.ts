import type { RowPolicy } from '../../shared/database/row-policy.ts';
import { Employment } from './employment/employment.ts';
import { KnownAdvice, KnownIdea, KnownIncentive } from './fact/known-facts.ts';
import { StaffRole } from './staff-role/staff-role.ts';

/** Whose rows are whose, where it is not as by default. */
export const ROWS: RowPolicy[] = [
  ...[KnownIdea, KnownIncentive, KnownAdvice].map(
    (entity): RowPolicy => ({
      entity,
      insert: 'system',
      update: 'system',
      because: 'Other partners told it, by events; it is public where it comes from.',
    }),
  ),
  ...[Employment, StaffRole].map(
    (entity): RowPolicy => ({
      entity,
      read: 'owner-alone',
      insert: 'owner-alone',
      update: 'owner-alone',
      because: 'It is about a person, whom this parent institution alone employs.',
    }),
  ),
];
