import { Migration } from '@mikro-orm/migrations';

export class AddOrdersAndNeeds extends Migration {
  override name = '2026-11-24-add-orders-and-needs';

  override up(): void {
    this.addSql(`
      alter table service
        add eligibility text,
        add schedule json not null default '[]' check (json_typeof(schedule) = 'array');
      create index service_offered_since_index on service (offered_since, id);

      create table price_option (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        service_id uuid not null constraint price_option_service_id_foreign references service (id),
        label text not null check (label <> ''),
        amount numeric(14, 2) not null check (amount >= 0),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        unit text,
        withdrawn_on date,
        constraint price_option_label_unique exclude using btree (service_id with =, label with =)
          where (withdrawn_on is null) deferrable
      );
      create index price_option_service_id_label_index on price_option (service_id, label, id);

      create table service_order (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        service_id uuid not null constraint service_order_service_id_foreign references service (id),
        status text not null default 'REQUESTED'
          check (status in ('REQUESTED', 'CONFIRMED', 'DELIVERED', 'INVOICED', 'CANCELLED')),
        price_label text,
        unit text,
        unit_price numeric(14, 2) not null check (unit_price >= 0),
        currency text not null check (currency ~ '^[A-Z]{3}$'),
        quantity integer not null check (quantity between 1 and 10000),
        client_kind text not null check (client_kind in ('ORGANISATION', 'MUNICIPALITY', 'PERSON')),
        client_id uuid,
        client_pseudonym uuid,
        requested_on date not null,
        confirmed_on date check (confirmed_on >= requested_on),
        delivered_on date check (delivered_on >= confirmed_on),
        invoiced_on date check (invoiced_on >= delivered_on),
        invoice_number text,
        cancelled_on date check (cancelled_on >= requested_on and cancelled_on >= confirmed_on),
        cancellation_reason text,
        check ((client_kind = 'PERSON') = (client_id is null)),
        check (client_kind = 'PERSON' or client_pseudonym is null),
        check (confirmed_on is not null or status in ('REQUESTED', 'CANCELLED')),
        check (confirmed_on is null or status <> 'REQUESTED'),
        check ((status in ('DELIVERED', 'INVOICED')) = (delivered_on is not null)),
        check ((status = 'INVOICED') = (invoiced_on is not null)),
        check ((invoiced_on is null) = (invoice_number is null)),
        check ((status = 'CANCELLED') = (cancelled_on is not null)),
        check ((cancelled_on is null) = (cancellation_reason is null)),
        constraint service_order_invoice_number_unique unique (organisation_id, invoice_number) deferrable
      );
      create index service_order_service_id_requested_on_index on service_order (service_id, requested_on, id);
      create index service_order_requested_on_index on service_order (requested_on, id);

      create table review (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        order_id uuid not null constraint review_order_id_foreign references service_order (id)
          constraint review_order_id_unique unique deferrable,
        rating integer not null check (rating between 1 and 5),
        text text check (length(text) between 1 and 1000),
        reviewed_on date not null
      );

      create table service_need (
        id uuid primary key,
        organisation_id uuid not null,
        register_key text,
        source text,
        version integer not null default 1,
        service_id uuid not null constraint service_need_service_id_foreign references service (id),
        need_id uuid not null,
        answered_on date not null,
        withdrawn_on date check (withdrawn_on >= answered_on),
        constraint service_need_answer_unique exclude using btree (service_id with =, need_id with =)
          where (withdrawn_on is null) deferrable
      );
      create index service_need_need_id_answered_on_index on service_need (need_id, answered_on, id);
      create index service_need_service_id_answered_on_index on service_need (service_id, answered_on, id);

      create table known_need (
        id uuid primary key,
        title text not null,
        activity text not null,
        territory_path text collate "C" not null,
        voiced_at timestamptz not null
      );
      create index known_need_activity_territory_path_index on known_need (left(activity, 3), territory_path);
    `);
  }
}
