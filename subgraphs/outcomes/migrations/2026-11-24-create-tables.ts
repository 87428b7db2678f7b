import { Migration } from '@mikro-orm/migrations';

export class CreateTables extends Migration {
  override name = '2026-11-24-create-tables';

  override up(): void {
    this.addSql(`
      create table network (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        territory_code text not null,
        territory_path text collate "C" not null,
        name text not null,
        level text not null check (level in ('REGIONAL', 'NATIONAL', 'EUROPEAN'))
      );
      create index network_territory_path_index on network (territory_path);
    `);
  }
}
