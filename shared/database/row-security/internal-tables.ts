import type { RowPolicy } from '../row-policy.ts';

const OWN_KEYS = `caller = (select current_setting('hub.subject', true))`;
const ANY_CALLER = `(select current_setting('hub.kind', true)) <> ''`;

/** What every subgraph's database has beside the subgraph's own tables. */
export const INTERNAL_TABLES: readonly RowPolicy[] = [
  {
    entity: 'outbox',
    read: 'system',
    readWhere: ANY_CALLER,
    insert: 'everyone',
    update: 'system',
    because: 'Whoever writes a row records what happened, and gets its position back; the relay does the rest.',
  },
  ...['inbox', 'inbox_position', 'inbox_failure'].map(
    (entity): RowPolicy => ({
      entity,
      read: 'system',
      insert: 'system',
      update: 'system',
      because: 'Consumers alone keep them.',
    }),
  ),
  {
    entity: 'idempotency',
    read: 'system',
    readWhere: OWN_KEYS,
    insert: 'system',
    insertWhere: OWN_KEYS,
    update: 'system',
    updateWhere: OWN_KEYS,
    because: 'A key is its caller’s own.',
  },
  {
    entity: 'mikro_orm_migrations',
    read: 'system',
    insert: 'system',
    update: 'system',
    never: ['insert', 'update', 'delete'],
    because: 'The owner of the tables keeps it, at the start.',
  },
];
