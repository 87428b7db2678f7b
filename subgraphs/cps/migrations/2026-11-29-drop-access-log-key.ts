import { Migration } from '@mikro-orm/migrations';

/** The Centre makes pseudonyms under a key of each person; the first hubs had one for all here, too, which nothing read. */
export class DropAccessLogKey extends Migration {
  override name = '2026-11-29-drop-access-log-key';

  override up(): void {
    this.addSql('drop table if exists access_log_key');
  }
}
