import { Migration } from '@mikro-orm/migrations';

export class CreateTables extends Migration {
  override name = '2026-11-24-create-tables';

  override up(): void {
    this.addSql(`
      create table support_centre (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        territory_code text not null,
        territory_path text collate "C" not null,
        name text not null
      );
      create index support_centre_territory_path_index on support_centre (territory_path);

      create table idea (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        territory_code text not null,
        territory_path text collate "C" not null,
        support_centre_id uuid not null constraint idea_support_centre_id_foreign references support_centre (id),
        title text not null,
        need text not null,
        status text not null default 'SUBMITTED' check (status in ('SUBMITTED', 'VERIFIED', 'REJECTED')),
        submitted_on date not null,
        verified_on date check (verified_on >= submitted_on),
        rejection_reason text,
        check ((status = 'VERIFIED') = (verified_on is not null)),
        check ((status = 'REJECTED') = (rejection_reason is not null))
      );
      create index idea_territory_path_index on idea (territory_path);
      create index idea_support_centre_id_index on idea (support_centre_id);
    `);
  }
}
