import { Migration } from '@mikro-orm/migrations';

const OWNED = `
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1`;

const PLACED = `${OWNED},
        territory_code text not null,
        territory_path text collate "C" not null`;

/**
 * What partners submit, and what is published of it. Published and withheld figures lie apart: whoever reads the first has
 * no way to the second. Triggers keep a release as it was approved, whatever the program does.
 */
export class AddReleases extends Migration {
  override name = '2026-11-28-releases';

  override up(): void {
    this.addSql(`
      create table network_member (${OWNED},
        network_id uuid not null constraint network_member_network_id_foreign references network (id),
        partnership_id uuid not null,
        joined_on date not null,
        constraint network_member_network_id_partnership_id_unique unique (network_id, partnership_id)
      );

      create table submission (${OWNED},
        partnership_id uuid not null,
        dataset text not null,
        period text not null,
        number integer not null,
        status text not null default 'SUBMITTED' check (status in ('SUBMITTED', 'SIGNED_OFF', 'RETURNED', 'REPLACED')),
        submitted_on date not null,
        signed_off_by text,
        signed_off_on date check (signed_off_on >= submitted_on),
        approved_level text check (approved_level in ('LOCAL', 'REGIONAL', 'NATIONAL', 'EUROPEAN')),
        returned_because text,
        returned_on date,
        check ((signed_off_by is null) = (signed_off_on is null)),
        check (status <> 'SIGNED_OFF' or signed_off_by is not null),
        check (approved_level is null or signed_off_by is not null),
        check ((returned_because is null) = (returned_on is null)),
        check (status <> 'RETURNED' or returned_because is not null),
        check (returned_because is null or status in ('RETURNED', 'REPLACED')),
        constraint submission_number_unique unique (organisation_id, partnership_id, dataset, period, number)
      );
      create index submission_dataset_period_index on submission (dataset, period);

      create table figure (
        submission_id uuid not null constraint figure_submission_id_foreign references submission (id),
        indicator text not null,
        category text not null default '',
        territory_code text not null,
        value bigint not null check (value >= 0),
        basis text not null check (basis in ('MEASURED', 'SAMPLE', 'ESTIMATE', 'TARGET_GROUP')),
        primary key (submission_id, indicator, category, territory_code)
      );

      create table approval (${OWNED},
        submission_id uuid not null constraint approval_submission_id_foreign references submission (id),
        level text not null check (level in ('LOCAL', 'REGIONAL', 'NATIONAL', 'EUROPEAN')),
        network_id uuid constraint approval_network_id_foreign references network (id),
        approved_by text not null,
        approved_on date not null,
        check ((level = 'LOCAL') = (network_id is null)),
        constraint approval_submission_id_level_unique unique (submission_id, level)
      );

      create table release (${PLACED},
        network_id uuid not null constraint release_network_id_foreign references network (id),
        level text not null check (level in ('REGIONAL', 'NATIONAL', 'EUROPEAN')),
        dataset text not null,
        period text not null,
        number integer not null,
        status text not null default 'DRAFT' check (status in ('DRAFT', 'APPROVED', 'PUBLISHED', 'SUPERSEDED', 'DISCARDED')),
        assembled_on date not null,
        assembled_after integer not null default 0,
        as_of date not null,
        columns jsonb not null,
        notes text[] not null,
        contributors uuid[] not null,
        submission_ids uuid[] not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        approved_by text,
        published_at timestamptz,
        sequence integer constraint release_sequence_unique unique,
        check ((status in ('PUBLISHED', 'SUPERSEDED')) = (published_at is not null)),
        check ((published_at is null) = (sequence is null))
      );
      create unique index release_published_number_index on release (network_id, dataset, period, number) where published_at is not null;
      create index release_territory_path_index on release (territory_path);
      create index release_dataset_period_index on release (dataset, period);
      create index release_dataset_territory_code_period_index on release (dataset, territory_code, period);

      create table published_figures (
        release_id uuid not null constraint published_figures_release_id_foreign references release (id),
        territory_code text not null,
        level text not null,
        "values" bigint[] not null,
        primary key (release_id, territory_code)
      );

      create table withheld_figures (
        release_id uuid not null constraint withheld_figures_release_id_foreign references release (id),
        territory_code text not null,
        "values" bigint[] not null,
        primary key (release_id, territory_code)
      );

      create table target (${PLACED},
        indicator text not null,
        period text not null,
        kind text not null check (kind in ('BASELINE', 'TARGET')),
        value numeric(14, 2) not null check (value >= 0),
        constraint target_unique unique (territory_code, indicator, period, kind) deferrable
      );
    `);
    this.addSql(`
      create function release_stands() returns trigger language plpgsql as $$
      declare
        may_change constant text[] := '{status,version,approved_by,published_at,sequence}';
        steps constant text[] := '{DRAFT>APPROVED,DRAFT>DISCARDED,APPROVED>PUBLISHED,APPROVED>DISCARDED,PUBLISHED>SUPERSEDED}';
      begin
        if tg_op = 'DELETE' then
          if old.status = 'DRAFT' then return old; end if;
          raise exception 'Release % is %: only a draft may be deleted.', old.id, old.status;
        end if;
        if old.status <> new.status and old.status || '>' || new.status <> all (steps) then
          raise exception 'Release % is %, and cannot become %.', old.id, old.status, new.status;
        end if;
        if old.status <> 'DRAFT' and to_jsonb(old) - may_change <> to_jsonb(new) - may_change then
          raise exception 'Release % is %: what is in it does not change any more.', old.id, old.status;
        end if;
        if old.published_at is not null
          and (old.approved_by, old.published_at, old.sequence) is distinct from (new.approved_by, new.published_at, new.sequence) then
          raise exception 'Release % is published: when, and by whom it was approved, does not change any more.', old.id;
        end if;
        return new;
      end $$;
      create trigger release_stands before update or delete on release for each row execute function release_stands();

      create function figures_stand() returns trigger language plpgsql as $$
      begin
        if exists (select from release where id in (old.release_id, new.release_id) and status <> 'DRAFT') then
          raise exception 'The figures of release % do not change any more, for it is no draft.', old.release_id;
        end if;
        return coalesce(new, old);
      end $$;
      create trigger figures_stand before update or delete on published_figures for each row execute function figures_stand();
      create trigger figures_stand before update or delete on withheld_figures for each row execute function figures_stand();
    `);
  }
}
