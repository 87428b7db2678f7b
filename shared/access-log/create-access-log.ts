import { randomBytes } from 'node:crypto';
import { Migration } from '@mikro-orm/migrations';
import { GENESIS } from './chain.ts';

/**
 * The log of who looked at whom. The database itself numbers and chains its rows, one transaction after the other, so
 * that whoever may insert can forge neither; and it refuses what would change a row.
 */
export class CreateAccessLog extends Migration {
  override name = '2026-11-28-create-access-log';

  override up(): void {
    this.addSql(`
      create table access_log (
        seq bigint primary key,
        at timestamptz not null,
        jti text,
        request_id text,
        subject text not null,
        organisation_id uuid,
        roles text[] not null,
        purpose text,
        client text,
        operation_hash text,
        type text not null,
        pseudonym text,
        fields text[] not null,
        access text not null constraint access_log_access_check check (access in ('READ', 'WRITE', 'DENIED')),
        previous_hash text not null,
        hash text not null
      );
      create index access_log_pseudonym_index on access_log (pseudonym, seq);

      create function access_log_chain() returns trigger
        language plpgsql security definer set search_path = pg_catalog, public as $$
        declare
          head record;
        begin
          perform pg_advisory_xact_lock(hashtext('access log'));
          select seq, hash into head from access_log order by seq desc limit 1;
          new.seq := coalesce(head.seq, 0) + 1;
          new.at := clock_timestamp();
          new.previous_hash := coalesce(head.hash, '${GENESIS}');
          new.hash := encode(sha256(convert_to(new.previous_hash || jsonb_build_array(
            new.seq::text, to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), new.jti, new.request_id,
            new.subject, new.organisation_id, new.roles, new.purpose, new.client, new.operation_hash, new.type,
            new.pseudonym, new.fields, new.access)::text, 'UTF8')), 'hex');
          return new;
        end
      $$;
      create trigger access_log_chain before insert on access_log
        for each row execute function access_log_chain();

      create function access_log_stays() returns trigger language plpgsql as $$
        begin
          raise exception 'The access log is append-only: what is in it is not changed.';
        end
      $$;
      create trigger access_log_stays before update or delete or truncate on access_log
        for each statement execute function access_log_stays();
      revoke update, delete, truncate on access_log from public, current_user;
    `);
  }
}

/** The same, with a key for pseudonyms of people who have none of their own. */
export class CreateAccessLogWithKey extends CreateAccessLog {
  override up(): void {
    super.up();
    this.addSql(`
      create table access_log_key (key text not null);
      insert into access_log_key (key) values ('${randomBytes(32).toString('hex')}');
    `);
  }
}
