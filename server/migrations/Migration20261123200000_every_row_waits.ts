import { Migration } from '@mikro-orm/migrations';

/**
 * Every row whose employer is unknown waits in its own right: not one for each record. What is shown are the records
 * that wait; a row beside which a newer one stands waits too, but is superseded. And of a sender who sees some
 * channels only it is kept which these were when the file was sent.
 */
export class Migration20261123200000_every_row_waits extends Migration {
  override up(): void {
    this.addSql(`alter table parked_row drop constraint parked_row_form_key_hash_key,
      add column superseded boolean not null default false,
      add constraint parked_row_import_row_id_key unique (import_row_id)`);
    this.addSql(`create index parked_row_key on parked_row (form, key_hash, superseded)`);
    this.addSql(`alter table import_file add column channels text[]`);
    // A finding that may have been told before is looked for at its row.
    this.addSql(`create index import_issue_row on import_issue (sheet_id, row_no)`);
  }

  override down(): void {
    this.addSql(`drop index import_issue_row`);
    this.addSql(`alter table import_file drop column channels`);
    this.addSql(`drop index parked_row_key`);
    this.addSql(`delete from parked_row p using parked_row newer
      where newer.form = p.form and newer.key_hash = p.key_hash and newer.import_row_id > p.import_row_id`);
    this.addSql(`alter table parked_row drop constraint parked_row_import_row_id_key, drop column superseded,
      add constraint parked_row_form_key_hash_key unique (form, key_hash)`);
  }
}
