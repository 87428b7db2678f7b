import type pg from 'pg';

/**
 * Positions become visible in order: a publisher waits for the advisory lock before its first row gets a position, and
 * PostgreSQL gives the lock back after the commit is visible. So while a position is not visible, nobody has a higher
 * one. `received_at` is the clock's, not the transaction's, so it grows with the positions, too.
 */
const TABLES = `
  create table if not exists event (
    position bigint generated always as identity primary key,
    specversion text not null,
    id uuid not null unique,
    source text not null,
    type text not null,
    subject text not null,
    time timestamptz not null,
    datacontenttype text not null,
    data jsonb not null,
    received_at timestamptz not null default clock_timestamp()
  );
  create index if not exists event_received_at_index on event (received_at);

  create or replace function event_take_turns() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtext('event'));
      return null;
    end
  $$;
  create or replace trigger event_take_turns before insert on event
    for each statement execute function event_take_turns();

  create or replace function event_tell_readers() returns trigger language plpgsql as $$
    begin
      perform pg_notify('event', '');
      return null;
    end
  $$;
  create or replace trigger event_tell_readers after insert on event
    for each statement execute function event_tell_readers();

  create table if not exists event_retention (
    only_row boolean primary key default true check (only_row),
    pruned_through bigint not null default 0
  );
  insert into event_retention default values on conflict do nothing;

  revoke all on schema public from public;`;

/** Everything that a publisher gives; positions and times of receipt are the log's own. */
const GIVEN = 'specversion, id, source, type, subject, time, datacontenttype, data';

/**
 * Makes the log's tables in the owner's database where they are not there, and lets the roles append and read, and the
 * readers read.
 */
export async function createEventLog(owner: pg.Client, roles: string[], readers: string[] = []): Promise<void> {
  const database = owner.escapeIdentifier(owner.database ?? '');
  await owner.query('begin');
  await owner.query(`select pg_advisory_xact_lock(hashtext('create event log'))`);
  await owner.query(TABLES);
  await owner.query(`revoke all on database ${database} from public`);
  for (const name of [...roles, ...readers]) {
    const role = owner.escapeIdentifier(name);
    await owner.query(`
      grant connect on database ${database} to ${role};
      grant usage on schema public to ${role};
      grant select on event, event_retention to ${role};`);
    if (roles.includes(name)) await owner.query(`grant insert (${GIVEN}) on event to ${role}`);
  }
  await owner.query('commit');
}
