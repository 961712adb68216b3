import { Migration } from '@mikro-orm/migrations';

/**
 * What rows said stands in the sealed chunks of their sheet and nowhere else: the columns go that held it row by row.
 * Rows of an early release keep their outcome and issues, and their facts stand without being told anew; those that
 * waited then wait no longer and have to be sent again, for nothing but the key in the process could open them.
 */
export class Migration20261123091000_rows_in_chunks extends Migration {
  override up(): void {
    this.addSql(`delete from parked_row`);
    this.addSql(`alter table import_row drop column raw, drop column staged`);
    this.addSql(`alter table parked_row drop column values`);
  }

  override down(): void {
    this.addSql(`alter table parked_row add column values bytea`);
    this.addSql(`alter table import_row add column raw bytea, add column staged bytea`);
  }
}
