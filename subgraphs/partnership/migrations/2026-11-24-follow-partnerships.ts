import { Migration } from '@mikro-orm/migrations';

/** How partnerships come about, change and go on elsewhere. What was there before had no status: it is read off its days. */
export class FollowPartnerships extends Migration {
  override name = '2026-11-24-follow-partnerships';

  override up(): void {
    this.addSql(`
      alter table organisation add constraint organisation_krs_unique unique (krs) deferrable;
      create index organisation_name_index on organisation (name, id);

      alter table partnership add column status text, add column active_since date;
      update partnership set status = case when until is null then 'ACTIVE' else 'ENDED' end, active_since = since;
      alter table partnership
        alter column status set not null,
        alter column status set default 'FORMING',
        add check (status in ('FORMING', 'ACTIVE', 'ENDED')),
        add check ((status = 'ENDED') = (until is not null)),
        add check (status <> 'FORMING' or active_since is null),
        add check (status <> 'ACTIVE' or active_since is not null),
        add check (active_since >= since and active_since <= coalesce(until, 'infinity'));
      create index partnership_since_index on partnership (since, id);

      alter table partner add column status text, add column reason text;
      update partner set status = case when until is null then 'ACCEPTED' else 'RELEASED' end;
      alter table partner
        alter column status set not null,
        alter column status set default 'INVITED',
        add check (status in ('INVITED', 'ACCEPTED', 'DECLINED', 'RELEASED')),
        add check ((status in ('DECLINED', 'RELEASED')) = (until is not null)),
        add check (reason is null or until is not null),
        drop constraint partner_one_leader,
        add constraint partner_one_leader
          exclude using btree (partnership_id with =) where (role = 'LEADER' and until is null) deferrable,
        add constraint partner_role_unique
          exclude using btree (partnership_id with =, member_id with =, role with =) where (until is null) deferrable;
      create index partner_since_index on partner (since, id);

      create table data_sharing_agreement (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        partnership_id uuid not null constraint data_sharing_agreement_partnership_id_foreign references partnership (id),
        purpose text not null check (
          purpose in ('CASE_WORK', 'PAYROLL_HOST', 'INCENTIVE_CONTROL', 'STATISTICS', 'AUDIT', 'DATA_SUBJECT')
        ),
        categories text[] not null check (
          cardinality(categories) > 0
          and categories <@ array['JOURNEY', 'EMPLOYMENT', 'SUPPORT_HOURS', 'INCENTIVES', 'SERVICES', 'COUNTS']
        ),
        since date not null,
        until date check (until >= since)
      );
      create index data_sharing_agreement_partnership_id_index on data_sharing_agreement (partnership_id, since, id);
      create index data_sharing_agreement_since_index on data_sharing_agreement (since, id);

      create table agreement_party (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        agreement_id uuid not null constraint agreement_party_agreement_id_foreign references data_sharing_agreement (id),
        partner_id uuid not null constraint agreement_party_partner_id_foreign references partner (id),
        constraint agreement_party_unique unique (agreement_id, partner_id) deferrable
      );
      create index agreement_party_partner_id_index on agreement_party (partner_id);

      create table replication (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        territory_code text not null,
        territory_path text collate "C" not null,
        partnership_id uuid not null constraint replication_partnership_id_foreign references partnership (id),
        status text not null default 'CONSIDERED' check (status in ('CONSIDERED', 'READY', 'STARTED', 'ABANDONED')),
        considered_on date not null,
        post_industrial boolean,
        defined_problem text,
        determined_partners integer check (determined_partners >= 0),
        assessed_on date check (assessed_on >= considered_on),
        started_partnership_id uuid
          constraint replication_started_partnership_id_foreign references partnership (id)
          constraint replication_started_partnership_id_unique unique deferrable,
        started_on date check (started_on >= assessed_on),
        abandoned_on date check (abandoned_on >= coalesce(assessed_on, considered_on)),
        reason text,
        check (started_partnership_id <> partnership_id),
        check ((assessed_on is null) = (post_industrial is null) and (assessed_on is null) = (determined_partners is null)),
        check (defined_problem is null or assessed_on is not null),
        check (status not in ('READY', 'STARTED') or (defined_problem is not null and determined_partners >= 3)),
        check ((status = 'STARTED') = (started_on is not null)),
        check ((status = 'STARTED') = (started_partnership_id is not null)),
        check ((status = 'ABANDONED') = (abandoned_on is not null)),
        check ((status = 'ABANDONED') = (reason is not null))
      );
      create index replication_territory_path_index on replication (territory_path);
      create index replication_partnership_id_index on replication (partnership_id, considered_on, id);
      create index replication_considered_on_index on replication (considered_on, id);

      create table exchange (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        partnership_id uuid not null constraint exchange_partnership_id_foreign references partnership (id),
        title text not null,
        foreign_partner text not null,
        country text not null check (country ~ '^[A-Z]{2}$'),
        topic text not null,
        since date not null,
        until date check (until >= since)
      );
      create index exchange_partnership_id_index on exchange (partnership_id, since, id);
      create index exchange_since_index on exchange (since, id);
    `);
  }
}
