import { Migration } from '@mikro-orm/migrations';

const OWNED = `
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,`;
const PLACED = `${OWNED}
        territory_code text not null,
        territory_path text collate "C" not null,`;

export class AddBudgetsAndSchemes extends Migration {
  override name = '2026-11-24-add-budgets-and-schemes';

  override up(): void {
    this.addSql(`
      create table social_policy (${PLACED}
        municipality_id uuid not null constraint social_policy_municipality_id_foreign references municipality (id),
        title text not null,
        resolution_number text not null,
        adopted_on date not null,
        valid_from date not null check (valid_from >= adopted_on),
        valid_until date,
        constraint social_policy_until_check check (valid_until >= valid_from)
      );
      create index social_policy_territory_path_index on social_policy (territory_path);
      create index social_policy_adopted_on_index on social_policy (adopted_on, id);
      create index social_policy_municipality_id_index on social_policy (municipality_id, adopted_on, id);

      create table budget (${PLACED}
        municipality_id uuid not null constraint budget_municipality_id_foreign references municipality (id),
        year integer not null check (year between 1900 and 2099),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        status text not null default 'DRAFT' check (status in ('DRAFT', 'ADOPTED', 'AMENDED', 'EXECUTED')),
        adopted_on date,
        amended_on date,
        executed_on date,
        amendment_count integer not null default 0 check (amendment_count >= 0),
        constraint budget_municipality_id_year_unique unique (municipality_id, year) deferrable,
        constraint budget_adopted_check check ((adopted_on is null) = (status = 'DRAFT')),
        constraint budget_amended_check check (
          case status when 'AMENDED' then amended_on is not null when 'EXECUTED' then true else amended_on is null end
        ),
        constraint budget_executed_check check ((executed_on is null) = (status <> 'EXECUTED')),
        constraint budget_days_check check (
          amended_on >= adopted_on and executed_on >= coalesce(amended_on, adopted_on)
        )
      );
      create index budget_territory_path_index on budget (territory_path);
      create index budget_year_index on budget (year, id);

      create table budget_line (${OWNED}
        budget_id uuid not null constraint budget_line_budget_id_foreign references budget (id),
        code text not null,
        title text not null,
        amount numeric(14, 2) not null check (amount >= 0),
        consultation_id uuid,
        constraint budget_line_budget_id_code_unique unique (budget_id, code) deferrable
      );
      create index budget_line_code_index on budget_line (code, id);
      create index budget_line_consultation_id_index on budget_line (consultation_id, code, id);

      create table budget_amendment (${OWNED}
        budget_id uuid not null constraint budget_amendment_budget_id_foreign references budget (id),
        number integer not null check (number > 0),
        amended_on date not null,
        reason text not null,
        constraint budget_amendment_budget_id_number_unique unique (budget_id, number)
      );

      create table budget_line_change (${OWNED}
        amendment_id uuid not null constraint budget_line_change_amendment_id_foreign references budget_amendment (id),
        budget_line_id uuid not null constraint budget_line_change_budget_line_id_foreign references budget_line (id),
        from_amount numeric(14, 2) not null check (from_amount >= 0),
        to_amount numeric(14, 2) not null check (to_amount >= 0),
        constraint budget_line_change_amendment_id_budget_line_id_unique unique (amendment_id, budget_line_id)
      );
      create index budget_line_change_budget_line_id_index on budget_line_change (budget_line_id);

      create table incentive_scheme (${PLACED}
        municipality_id uuid not null constraint incentive_scheme_municipality_id_foreign references municipality (id),
        budget_line_id uuid not null constraint incentive_scheme_budget_line_id_foreign references budget_line (id),
        kind text not null check (kind in ('RENT_RELIEF', 'GRANT', 'SOCIAL_CLAUSE', 'TAX_RELIEF')),
        title text not null,
        status text not null default 'ANNOUNCED' check (status in ('ANNOUNCED', 'OPEN', 'CLOSED')),
        opens_on date not null,
        closes_on date,
        opened_on date,
        closed_on date,
        constraint incentive_scheme_days_check check (closes_on >= opens_on and closed_on >= opened_on),
        constraint incentive_scheme_opened_check check ((opened_on is null) = (status = 'ANNOUNCED')),
        constraint incentive_scheme_closed_check check ((closed_on is null) = (status <> 'CLOSED'))
      );
      create index incentive_scheme_territory_path_index on incentive_scheme (territory_path);
      create index incentive_scheme_opens_on_index on incentive_scheme (opens_on, id);
      create index incentive_scheme_municipality_id_index on incentive_scheme (municipality_id, opens_on, id);
      create index incentive_scheme_budget_line_id_index on incentive_scheme (budget_line_id);

      alter table incentive
        add column scheme_id uuid constraint incentive_scheme_id_foreign references incentive_scheme (id),
        add column parent_institution_id uuid,
        add column returned numeric(14, 2) not null default 0.00 check (returned >= 0),
        add column ended_on date,
        add column end_reason text,
        add column moves integer not null default 0,
        add constraint incentive_ended_check check (
          status in ('SETTLED', 'REVOKED') or (ended_on is null and end_reason is null)
        ),
        add constraint incentive_ended_on_check check (ended_on >= awarded_on);
      create index incentive_scheme_id_index on incentive (scheme_id, awarded_on, id);
      create index incentive_parent_institution_id_index on incentive (parent_institution_id, awarded_on, id);
      create index incentive_awarded_on_index on incentive (awarded_on, id);

      drop index payment_incentive_id_index;
      create index payment_incentive_id_index on payment (incentive_id, paid_on, id);
    `);
  }
}
