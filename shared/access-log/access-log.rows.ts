import type { RowPolicy } from '../database/row-policy.ts';

/** Nobody reads or writes the log of their own accord: the program does, for all, and changes nothing of it. */
export const ACCESS_LOG_ROWS: RowPolicy[] = [
  {
    entity: 'access_log',
    read: 'system',
    insert: 'system',
    never: ['update', 'delete'],
    because: 'It tells of everybody who looked; each person sees what is about them by a field of the graph.',
  },
];

export const ACCESS_LOG_WITH_KEY_ROWS: RowPolicy[] = [
  ...ACCESS_LOG_ROWS,
  {
    entity: 'access_log_key',
    read: 'system',
    never: ['insert', 'update', 'delete'],
    because: 'Whoever has it can name the people in the log.',
  },
];
