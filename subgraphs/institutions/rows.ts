import { ACCESS_LOG_WITH_KEY_ROWS } from '../../shared/access-log/access-log.rows.ts';
import type { RowPolicy } from '../../shared/database/row-policy.ts';
import { KnownAdvice, KnownIdea, KnownIncentive } from './fact/known-facts.ts';
import { PEOPLE_ROWS } from './people.rows.ts';

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
  ...PEOPLE_ROWS,
  ...ACCESS_LOG_WITH_KEY_ROWS,
];
