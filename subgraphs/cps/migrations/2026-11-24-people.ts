import { Migration } from '@mikro-orm/migrations';

const OWNED = `
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1`;

const OF_PERSON = (table: string): string => `${OWNED},
        beneficiary_id uuid not null constraint ${table}_beneficiary_id_foreign references beneficiary (id)`;

const ANSWER = (column: string): string =>
  `${column} text not null default 'UNKNOWN' check (${column} in ('YES', 'NO', 'REFUSED', 'UNKNOWN'))`;

const HOURS = `numeric(6, 2) not null check (hours * 4 = trunc(hours * 4))`;

/** Pseudonyms, codes, hours and days; nothing here has a name. */
export class AddPeople extends Migration {
  override name = '2026-11-24-people';

  override up(): void {
    this.addSql(`
      create table beneficiary (${OWNED},
        territory_code text not null,
        territory_path text collate "C" not null,
        support_centre_id uuid not null constraint beneficiary_support_centre_id_foreign references support_centre (id),
        host_pseudonym uuid not null constraint beneficiary_host_pseudonym_unique unique,
        status text not null default 'REFERRED' check (status in ('REFERRED', 'ASSESSED', 'PLANNED', 'IN_TRAINING',
          'EMPLOYED_PROTECTED', 'LEFT', 'FOLLOWED_UP')),
        referred_on date not null,
        sex text not null check (sex in ('FEMALE', 'MALE', 'NON_BINARY')),
        birth_year integer not null,
        employment_status text not null
          check (employment_status in ('UNEMPLOYED', 'LONG_TERM_UNEMPLOYED', 'INACTIVE', 'EMPLOYED')),
        isced_level integer check (isced_level between 0 and 8),
        ${ANSWER('disability')},
        ${ANSWER('third_country_national')},
        ${ANSWER('foreign_background')},
        ${ANSWER('minority')},
        ${ANSWER('homeless')},
        employed_on date check (employed_on >= referred_on),
        left_on date check (left_on >= referred_on and left_on >= employed_on),
        leaving_reason text check (leaving_reason in ('PATH_COMPLETED', 'OTHER_WORK', 'EDUCATION', 'HEALTH',
          'CARE_DUTIES', 'MOVED_AWAY', 'OWN_WISH', 'OTHER')),
        leaving_results text[] not null check (leaving_results <@ array['EECR01', 'EECR02', 'EECR03', 'EECR04']),
        results_on date check (results_on between left_on and left_on + 28),
        followed_up_on date check (followed_up_on >= left_on + interval '6 months'),
        follow_up_results text[] not null check (follow_up_results <@ array['EECR05', 'EECR06']),
        check ((status in ('LEFT', 'FOLLOWED_UP')) = (left_on is not null)),
        check ((left_on is null) = (leaving_reason is null) and (left_on is null) = (results_on is null)),
        check ((status = 'FOLLOWED_UP') = (followed_up_on is not null)),
        check (status <> 'EMPLOYED_PROTECTED' or employed_on is not null)
      );
      create index beneficiary_territory_path_index on beneficiary (territory_path);

      create table potential_assessment (${OF_PERSON('potential_assessment')},
        passion text not null check (char_length(passion) between 1 and 200),
        strengths text[] not null,
        assessed_on date not null,
        constraint potential_assessment_beneficiary_id_unique unique (beneficiary_id)
      );

      create table integration_plan (${OF_PERSON('integration_plan')},
        goals text[] not null,
        agreed_on date not null
      );
      create index integration_plan_beneficiary_id_index on integration_plan (beneficiary_id, agreed_on desc, id);

      create table plan_step (${OF_PERSON('plan_step')},
        integration_plan_id uuid not null
          constraint plan_step_integration_plan_id_foreign references integration_plan (id),
        kind text not null
          check (kind in ('ADVICE', 'THERAPY', 'TUTORING', 'TRAINING', 'TRIAL_WORK', 'EMPLOYMENT')),
        due_on date not null
      );
      create index plan_step_integration_plan_id_index on plan_step (integration_plan_id);

      create table enrolment (${OF_PERSON('enrolment')},
        training_id uuid not null constraint enrolment_training_id_foreign references training (id),
        status text not null default 'ENROLLED' check (status in ('ENROLLED', 'COMPLETED', 'DROPPED_OUT')),
        hours ${HOURS} default 0,
        enrolled_on date not null,
        ended_on date check (ended_on >= enrolled_on),
        check ((status = 'ENROLLED') = (ended_on is null)),
        constraint enrolment_beneficiary_id_training_id_unique unique (beneficiary_id, training_id)
      );
      create index enrolment_beneficiary_id_index on enrolment (beneficiary_id, enrolled_on desc, id);

      create table support_session (${OF_PERSON('support_session')},
        kind text not null check (kind in ('ADVICE', 'THERAPY', 'TUTORING')),
        hours ${HOURS} check (hours > 0),
        held_on date not null
      );
      create index support_session_beneficiary_id_index on support_session (beneficiary_id, held_on desc, id);
    `);
  }
}
