import { Migration } from '@mikro-orm/migrations';

/** Who leads a partnership, as its events tell. */
export class AddKnownLeaders extends Migration {
  override name = '2026-11-28-known-leaders';

  override up(): void {
    this.addSql('create table known_leader (id uuid primary key, organisation_id uuid not null);');
  }
}
