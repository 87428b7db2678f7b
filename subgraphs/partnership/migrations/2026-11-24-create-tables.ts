import { Migration } from '@mikro-orm/migrations';

export class CreateTables extends Migration {
  override name = '2026-11-24-create-tables';

  override up(): void {
    this.addSql(`
      create table organisation (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        territory_code text not null,
        territory_path text collate "C" not null,
        name text not null,
        krs text,
        nip text,
        regon text
      );
      create index organisation_territory_path_index on organisation (territory_path);

      create table partnership (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        territory_code text not null,
        territory_path text collate "C" not null,
        name text not null,
        problem text not null,
        since date not null,
        until date check (until >= since)
      );
      create index partnership_territory_path_index on partnership (territory_path);

      create table partner (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        partnership_id uuid not null constraint partner_partnership_id_foreign references partnership (id),
        member_id uuid not null,
        sector text not null check (sector in ('PUBLIC', 'PRIVATE', 'NON_GOVERNMENTAL')),
        role text not null check (role in ('LEADER', 'MUNICIPALITY', 'SUPPORT_CENTRE', 'PARENT_INSTITUTION', 'MEDIA', 'NETWORK')),
        duties text not null,
        since date not null,
        until date check (until >= since),
        constraint partner_one_leader exclude using btree (partnership_id with =) where (role = 'LEADER') deferrable
      );
      create index partner_partnership_id_since_index on partner (partnership_id, since, id);
      create index partner_member_id_index on partner (member_id);
    `);
  }
}
