import { Migration } from '@mikro-orm/migrations';

const OWNED = `
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1`;

const OF_CENTRE = (table: string): string => `${OWNED},
        territory_code text not null,
        territory_path text collate "C" not null,
        support_centre_id uuid not null constraint ${table}_support_centre_id_foreign references support_centre (id)`;

/** What a centre does for the manufactories and the community. */
export class AddWorkOfTheCentre extends Migration {
  override name = '2026-11-24-work-of-the-centre';

  override up(): void {
    this.addSql(`
      alter table support_centre
        add column hosted_by_id uuid,
        add column host_unit text,
        add check (host_unit is null or hosted_by_id is not null);

      alter table idea
        add column rejected_on date check (rejected_on >= submitted_on),
        add column need_assessment text,
        add column market_assessment text,
        add check (rejected_on is null or status = 'REJECTED'),
        add check (status <> 'SUBMITTED' or (need_assessment is null and market_assessment is null));
    `);

    this.addSql(`
      create table training (${OF_CENTRE('training')},
        manufactory_id uuid,
        topic text not null
          check (topic in ('MARKET', 'MARKETING', 'FUNDRAISING', 'GRANTS', 'BUSINESS_PLAN', 'OTHER')),
        title text not null,
        hours numeric(6, 2) not null check (hours > 0 and hours * 4 = trunc(hours * 4)),
        status text not null default 'PLANNED' check (status in ('PLANNED', 'RUNNING', 'COMPLETED', 'CANCELLED')),
        starts_on date not null,
        ends_on date not null check (ends_on >= starts_on),
        cancelled_on date,
        cancellation_reason text,
        check ((status = 'CANCELLED') = (cancelled_on is not null)),
        check ((status = 'CANCELLED') = (cancellation_reason is not null))
      );
      create index training_territory_path_index on training (territory_path);
      create index training_starts_on_index on training (starts_on desc, id);
      create index training_manufactory_id_index on training (manufactory_id, starts_on desc, id);

      create table consultation (${OF_CENTRE('consultation')},
        question text not null,
        status text not null default 'PLANNED' check (status in ('PLANNED', 'OPEN', 'CLOSED', 'REPORTED')),
        opens_on date not null,
        closes_on date not null check (closes_on >= opens_on),
        reported_on date check (reported_on >= closes_on),
        report text,
        check ((status = 'REPORTED') = (report is not null)),
        check ((status = 'REPORTED') = (reported_on is not null))
      );
      create index consultation_territory_path_index on consultation (territory_path);
      create index consultation_opens_on_index on consultation (opens_on desc, id);

      create table consultation_answer (${OWNED},
        consultation_id uuid not null
          constraint consultation_answer_consultation_id_foreign references consultation (id),
        answer text not null check (char_length(answer) between 1 and 2000),
        territory_code text
      );
      create index consultation_answer_consultation_id_index on consultation_answer (consultation_id);

      create table need (${OWNED},
        territory_code text not null,
        territory_path text collate "C" not null,
        consultation_id uuid not null constraint need_consultation_id_foreign references consultation (id),
        title text not null,
        description text not null,
        activity_code text,
        voiced_on date not null
      );
      create index need_territory_path_index on need (territory_path);
      create index need_voiced_on_index on need (voiced_on desc, id);
      create index need_consultation_id_index on need (consultation_id, voiced_on, id);

      create table announcement (${OF_CENTRE('announcement')},
        title text not null,
        text text not null,
        status text not null default 'PUBLISHED' check (status in ('PUBLISHED', 'WITHDRAWN')),
        shown_from date not null,
        shown_until date not null check (shown_until >= shown_from)
      );
      create index announcement_territory_path_index on announcement (territory_path);
      create index announcement_shown_from_index on announcement (shown_from desc, id);

      create table advice_request (${OF_CENTRE('advice_request')},
        topic text not null
          check (topic in ('OWN_IDEA', 'EMPLOYMENT', 'TRAINING', 'LEGAL_FORM', 'FUNDING', 'OTHER')),
        channel text not null check (channel in ('IN_PERSON', 'PHONE', 'ONLINE')),
        status text not null default 'OPEN' check (status in ('OPEN', 'ANSWERED', 'CLOSED')),
        requested_on date not null,
        answered_on date check (answered_on >= requested_on),
        closed_on date check (closed_on >= answered_on),
        check ((status = 'OPEN') = (answered_on is null)),
        check ((status = 'CLOSED') = (closed_on is not null))
      );
      create index advice_request_territory_path_index on advice_request (territory_path);
      create index advice_request_support_centre_id_index on advice_request (support_centre_id);

      create table legal_form_advice (${OWNED},
        support_centre_id uuid not null
          constraint legal_form_advice_support_centre_id_foreign references support_centre (id),
        manufactory_id uuid not null,
        recommended_code text not null,
        alternative_codes text[] not null check (not recommended_code = any (alternative_codes)),
        proposal_code text,
        parent_opinion text not null check (parent_opinion in ('AGREES', 'DISAGREES', 'NONE')),
        advised_on date not null
      );
      create index legal_form_advice_advised_on_index on legal_form_advice (advised_on desc, id);
      create index legal_form_advice_manufactory_id_index on legal_form_advice (manufactory_id, advised_on desc, id);
    `);
  }
}
