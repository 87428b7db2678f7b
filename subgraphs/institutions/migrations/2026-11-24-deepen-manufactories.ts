import { Migration } from '@mikro-orm/migrations';

const OWNED = `
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1`;

/** Departments, fading support, the history of a manufactory, what others told, and the people's contracts. */
export class DeepenManufactories extends Migration {
  override name = '2026-11-24-deepen-manufactories';

  override up(): void {
    this.addSql(`
      create table department (${OWNED},
        parent_institution_id uuid not null constraint department_parent_institution_id_foreign references parent_institution (id),
        name text not null,
        opened_on date not null,
        closed_on date check (closed_on >= opened_on)
      );
      create index department_name_index on department (name, id);
      create index department_parent_institution_id_name_index on department (parent_institution_id, name, id);

      alter table manufactory
        add column department_id uuid constraint manufactory_department_id_foreign references department (id),
        add column extension_reason text check (extension_reason is null or protected_until is not null),
        add column identifier_scheme text check (identifier_scheme in ('PL-KRS', 'PL-NIP', 'PL-REGON')),
        add column identifier text check ((identifier is null) = (identifier_scheme is null)),
        add column became_organisation_id uuid,
        add check (independent_since is not null or (identifier is null and became_organisation_id is null));
      create index manufactory_department_id_name_index on manufactory (department_id, name, id);

      create table support_step (${OWNED},
        manufactory_id uuid not null constraint support_step_manufactory_id_foreign references manufactory (id),
        starts_on date not null,
        percent integer not null check (percent between 1 and 99),
        constraint support_step_manufactory_id_starts_on_unique unique (manufactory_id, starts_on) deferrable
      );

      create table manufactory_transition (${OWNED},
        manufactory_id uuid not null constraint manufactory_transition_manufactory_id_foreign references manufactory (id),
        at_version integer not null,
        axis text not null check (axis in ('STATUS', 'SUPPORT')),
        from_state text,
        to_state text not null,
        "on" date not null,
        reason text,
        at timestamptz not null,
        by_subject text not null,
        constraint manufactory_transition_manufactory_id_at_version_unique unique (manufactory_id, at_version)
      );

      create table known_idea (
        id uuid primary key,
        verified_on date not null
      );
      create table known_incentive (
        id uuid primary key,
        manufactory_id uuid not null,
        revoked boolean not null
      );
      create index known_incentive_manufactory_id_index on known_incentive (manufactory_id);
      create table known_advice (
        id uuid primary key,
        manufactory_id uuid not null,
        legal_form text not null,
        advised_on date not null
      );
      create index known_advice_manufactory_id_index on known_advice (manufactory_id);

      create table employment (${OWNED},
        manufactory_id uuid not null constraint employment_manufactory_id_foreign references manufactory (id),
        host_pseudonym uuid not null,
        contract_type text not null check (contract_type in ('EMPLOYMENT', 'COOPERATIVE_EMPLOYMENT', 'MANDATE', 'SPECIFIC_WORK', 'INTERNSHIP')),
        weekly_hours numeric(4, 1) not null check (weekly_hours > 0 and weekly_hours <= 48),
        starts_on date not null,
        ends_on date check (ends_on >= starts_on),
        end_reason text check (end_reason in ('TERM_OVER', 'OWN_WISH', 'OTHER_WORK', 'EMPLOYER', 'OTHER')),
        check (end_reason is null or ends_on is not null)
      );
      create index employment_host_pseudonym_starts_on_index on employment (host_pseudonym, starts_on, id);
      create index employment_manufactory_id_host_pseudonym_index on employment (manufactory_id, host_pseudonym);

      create table staff_role (${OWNED},
        manufactory_id uuid not null constraint staff_role_manufactory_id_foreign references manufactory (id),
        staff_pseudonym uuid not null,
        role text not null default 'MENTOR' check (role in ('MENTOR', 'MANAGER', 'TRAINER', 'ASSISTANT')),
        weekly_hours numeric(4, 1) not null check (weekly_hours > 0 and weekly_hours <= 48),
        starts_on date not null,
        ends_on date check (ends_on >= starts_on)
      );
      create index staff_role_manufactory_id_staff_pseudonym_index on staff_role (manufactory_id, staff_pseudonym);
    `);
  }
}
