import { Migration } from '@mikro-orm/migrations';

export class CreateTables extends Migration {
  override name = '2026-11-24-create-tables';

  override up(): void {
    this.addSql(`
      create table service (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        territory_code text not null,
        territory_path text collate "C" not null,
        manufactory_id uuid not null,
        name text not null,
        status text not null default 'DRAFT' check (status in ('DRAFT', 'ACTIVE', 'PAUSED', 'ENDED')),
        price numeric(14, 2) check (price >= 0),
        currency text check (currency ~ '^[A-Z]{3}$'),
        price_unit text,
        offered_since date,
        ended_on date check (ended_on >= offered_since),
        activity text not null,
        check ((price is null) = (currency is null)),
        check ((status = 'ENDED') = (ended_on is not null))
      );
      create index service_territory_path_index on service (territory_path);
      create index service_manufactory_id_name_index on service (manufactory_id, name, id);
    `);
  }
}
