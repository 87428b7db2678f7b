import { Migration } from '@mikro-orm/migrations';

export class CreateTables extends Migration {
  override name = '2026-11-24-create-tables';

  override up(): void {
    this.addSql(`
      create table parent_institution (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        territory_code text not null,
        territory_path text collate "C" not null
      );
      create index parent_institution_territory_path_index on parent_institution (territory_path);

      create table manufactory (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        territory_code text not null,
        territory_path text collate "C" not null,
        parent_institution_id uuid not null constraint manufactory_parent_institution_id_foreign references parent_institution (id),
        idea_id uuid not null constraint manufactory_idea_id_unique unique deferrable,
        name text not null,
        status text not null default 'PREPARING' check (status in ('PREPARING', 'PROTECTED', 'DECISION', 'INDEPENDENT', 'RETAINED', 'CLOSED')),
        support_phase text not null default 'FULL' check (support_phase in ('FULL', 'FADING', 'ENDED')),
        protected_from date,
        protected_until date check (protected_until > protected_from),
        independent_since date,
        retained_since date,
        closed_on date,
        closure_reason text,
        legal_form text,
        activity text not null,
        check (status <> 'INDEPENDENT' or independent_since is not null),
        check (status <> 'RETAINED' or retained_since is not null),
        check (independent_since is null or retained_since is null),
        check ((status = 'CLOSED') = (closed_on is not null))
      );
      create index manufactory_territory_path_index on manufactory (territory_path);
      create index manufactory_parent_institution_id_name_index on manufactory (parent_institution_id, name, id);
    `);
  }
}
