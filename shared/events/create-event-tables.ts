import { Migration } from '@mikro-orm/migrations';

/** The tables of events, the same in every subgraph's database. */
export class CreateEventTables extends Migration {
  override name = '2026-11-24-create-event-tables';

  override up(): void {
    this.addSql(`
      create table outbox (
        position bigint generated always as identity primary key,
        specversion text not null,
        id uuid not null constraint outbox_id_unique unique,
        source text not null,
        type text not null,
        subject text not null,
        time timestamptz not null,
        datacontenttype text not null,
        data jsonb not null,
        published_at timestamptz
      );
      create index outbox_unpublished_index on outbox (position) where published_at is null;

      create function outbox_tell_relay() returns trigger language plpgsql as $$
        begin
          perform pg_notify('outbox', '');
          return null;
        end
      $$;
      create trigger outbox_tell_relay after insert on outbox
        for each statement execute function outbox_tell_relay();

      create table inbox (
        id uuid primary key,
        time timestamptz not null default now()
      );

      create table inbox_position (
        log text primary key,
        position bigint not null
      );

      create table inbox_failure (
        number bigint generated always as identity primary key,
        event jsonb,
        reason text not null,
        time timestamptz not null
      );
    `);
  }
}
