import { Migration } from '@mikro-orm/migrations';

/**
 * People get keys and dates of retention, and can be erased. Those who are there keep the pseudonym by which hosts know
 * them: it was random, and is as good as one made of the new key.
 */
export class KeepPeopleSafe extends Migration {
  override name = '2026-11-28-keep-people-safe';

  override up(): void {
    this.addSql(`
      create table person_key (
        beneficiary_id uuid primary key constraint person_key_beneficiary_id_foreign references beneficiary (id),
        organisation_id uuid not null,
        key bytea not null check (octet_length(key) = 32),
        host_pseudonym uuid not null constraint person_key_host_pseudonym_unique unique
      );
      insert into person_key (beneficiary_id, organisation_id, key, host_pseudonym)
        select id, organisation_id,
          sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
          host_pseudonym
        from beneficiary;
      alter table beneficiary drop column host_pseudonym;

      alter table beneficiary add column retain_until date check (retain_until >= left_on);
      update beneficiary set retain_until = make_date(extract(year from left_on)::int + 5, 12, 31)
        where left_on is not null;
      create index beneficiary_retain_until_index on beneficiary (retain_until) where retain_until is not null;

      create table erasure (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        reason text not null check (reason in ('PERSONS_REQUEST', 'UNLAWFUL', 'ENTERED_BY_MISTAKE', 'RETENTION_OVER')),
        requested_at timestamptz not null,
        pseudonym_digest text not null,
        host_pseudonym uuid,
        hosts_status text not null default 'ASKED' check (hosts_status in ('ASKED', 'KEPT_BY_LAW', 'ERASED')),
        hosts_answered_at timestamptz,
        check ((hosts_status = 'ASKED') = (hosts_answered_at is null)),
        check ((hosts_status = 'ASKED') = (host_pseudonym is not null))
      );
      create index erasure_pseudonym_digest_index on erasure (pseudonym_digest);
      create index erasure_unanswered_index on erasure (requested_at, id) where hosts_status = 'ASKED';
    `);
  }
}
