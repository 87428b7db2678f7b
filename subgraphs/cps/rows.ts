import { ACCESS_LOG_ROWS } from '../../shared/access-log/access-log.rows.ts';
import type { RowPolicy } from '../../shared/database/row-policy.ts';
import { AdviceRequest } from './advice-request/advice-request.ts';
import { ConsultationAnswer } from './consultation/consultation-answer.ts';
import { PEOPLE_ROWS } from './people.rows.ts';

/** Whose rows are whose, where it is not as by default. */
export const ROWS: RowPolicy[] = [
  {
    entity: AdviceRequest,
    insert: 'everyone',
    because: 'Somebody of the community asks, for whom the centre keeps it; it names nobody, and the count is public.',
  },
  {
    entity: ConsultationAnswer,
    insert: 'everyone',
    because: 'Everybody may answer a consultation that is open; it names nobody, and the count is public.',
  },
  ...PEOPLE_ROWS,
  ...ACCESS_LOG_ROWS,
];
