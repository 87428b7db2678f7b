import { Migration } from '@mikro-orm/migrations';

export class CreateTables extends Migration {
  override name = '2026-11-24-create-tables';

  override up(): void {
    this.addSql(`
      create table municipality (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        territory_code text not null,
        territory_path text collate "C" not null,
        name text not null
      );
      create index municipality_territory_path_index on municipality (territory_path);

      create table incentive (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        territory_code text not null,
        territory_path text collate "C" not null,
        municipality_id uuid not null constraint incentive_municipality_id_foreign references municipality (id),
        manufactory_id uuid not null,
        kind text not null check (kind in ('RENT_RELIEF', 'GRANT', 'SOCIAL_CLAUSE', 'TAX_RELIEF')),
        status text not null check (status in ('AWARDED', 'PAID', 'SETTLED', 'REVOKED')),
        amount numeric(14, 2) not null check (amount >= 0),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        awarded_on date not null
      );
      create index incentive_territory_path_index on incentive (territory_path);
      create index incentive_municipality_id_index on incentive (municipality_id);
      create index incentive_manufactory_id_awarded_on_index on incentive (manufactory_id, awarded_on, id);

      create table payment (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        incentive_id uuid not null constraint payment_incentive_id_foreign references incentive (id),
        amount numeric(14, 2) not null check (amount > 0),
        paid_on date not null
      );
      create index payment_incentive_id_index on payment (incentive_id);
    `);
  }
}
