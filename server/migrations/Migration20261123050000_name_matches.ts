import { Migration } from '@mikro-orm/migrations';

/**
 * Who sent a file, so that each sender finds their own; and rows matched by name alone remember the name and
 * their values, for a later roster may make the name ambiguous.
 */
export class Migration20261123050000_name_matches extends Migration {
  override up(): void {
    this.addSql(`alter table import_file add column actor text not null default ''`);
    this.addSql(`create index import_file_actor on import_file (actor, received_at desc)`);
    this.addSql(`alter table import_row add column matched_name_key text, add column staged bytea`);
    this.addSql(`create index import_row_matched_name on import_row (matched_name_key)
      where matched_name_key is not null`);
  }

  override down(): void {
    this.addSql(`drop index import_file_actor`);
    this.addSql(`alter table import_file drop column actor`);
    this.addSql(`drop index import_row_matched_name`);
    this.addSql(`alter table import_row drop column matched_name_key, drop column staged`);
  }
}
