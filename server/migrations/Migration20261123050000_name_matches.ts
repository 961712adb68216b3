import { Migration } from '@mikro-orm/migrations';

/** Rows matched by name alone remember the name and their values: a later roster may make the name ambiguous. */
export class Migration20261123050000_name_matches extends Migration {
  override up(): void {
    this.addSql(`alter table import_row add column matched_name_key text, add column staged bytea`);
    this.addSql(`create index import_row_matched_name on import_row (matched_name_key)
      where matched_name_key is not null`);
  }

  override down(): void {
    this.addSql(`drop index import_row_matched_name`);
    this.addSql(`alter table import_row drop column matched_name_key, drop column staged`);
  }
}
