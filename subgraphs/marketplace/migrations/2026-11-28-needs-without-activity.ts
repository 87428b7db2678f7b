import { Migration } from '@mikro-orm/migrations';

/** A need may be voiced before it is clear what would answer it. */
export class AllowNeedsWithoutActivity extends Migration {
  override name = '2026-11-28-needs-without-activity';

  override up(): void {
    this.addSql('alter table known_need alter column activity drop not null');
  }
}
