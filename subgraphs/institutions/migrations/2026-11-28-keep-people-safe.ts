import { Migration } from '@mikro-orm/migrations';

/** Work gets dates of retention, and can be erased. */
export class KeepPeopleSafe extends Migration {
  override name = '2026-11-28-keep-people-safe';

  override up(): void {
    this.addSql(`
      alter table employment add column retain_until date check (retain_until >= ends_on);
      update employment set retain_until = make_date(extract(year from ends_on)::int + 5, 12, 31)
        where ends_on is not null;
      create index employment_retain_until_index on employment (retain_until) where retain_until is not null;

      create table erased_person (
        pseudonym_digest text primary key,
        erasure_id text not null,
        status text not null check (status in ('KEPT_BY_LAW', 'ERASED'))
      );
    `);
  }
}
