import { Migration } from '@mikro-orm/migrations';
import { changeFunctions, changeTable, dropChangeFunctions } from './changes/functions.ts';
import { toChanges, toMoments, oldHistoryFunction, oldSettleFunction } from './changes/convert.ts';

const tables = [
  'enterprise',
  'former_name',
  'enterprise_status',
  'union_organisation',
  'certification',
  'dispute',
];

/**
 * History as numbered changes: a fact carries the change that wrote it, its history holds only the revisions that are
 * over and the change that ended each. An import of a million new rows writes no history, and its moment is one row.
 * Rows of a sheet move into sealed chunks, and each names the fact it speaks of, so that a fact can be told anew.
 */
export class Migration20261123090000_changes extends Migration {
  override up(): void {
    for (const sql of changeTable) this.addSql(sql);
    for (const table of tables) {
      for (const event of ['insert', 'update', 'delete'])
        this.addSql(`drop trigger ${table}_history_${event} on ${table}`);
    }
    this.addSql(`drop function keep_history()`);
    this.addSql(`drop function settle_history(timestamptz, timestamptz)`);
    for (const sql of changeFunctions) this.addSql(sql);
    for (const sql of toChanges(tables)) this.addSql(sql);
    for (const table of tables) {
      this.addSql(`select hub_keep_history('${table}')`);
      this.addSql(`select hub_grant_fact('${table}')`);
    }
    this.addSql(`create table import_chunk (
      sheet_id bigint not null references import_sheet, first_row int not null, last_row int not null,
      content bytea not null, primary key (sheet_id, first_row))`);
    this.addSql(`grant insert, update, delete on import_chunk to hub_app`);
    this.addSql(`revoke select on import_chunk from hub_report`);
    this.addSql(`alter table import_chunk enable row level security`);
    this.addSql(`create policy signed_in on import_chunk to hub_app
      using ((select hub_signed_in())) with check ((select hub_signed_in()))`);
    this.addSql(`alter table import_row add column fact_key bytea, alter column raw drop not null`);
    this.addSql(`create index import_row_fact_key on import_row (fact_key)`);
    this.addSql(`alter table parked_row alter column values drop not null`);
  }

  override down(): void {
    this.addSql(`update parked_row set values = '' where values is null`);
    this.addSql(`alter table parked_row alter column values set not null`);
    this.addSql(`update import_row set raw = '' where raw is null`);
    this.addSql(`alter table import_row drop column fact_key, alter column raw set not null`);
    this.addSql(`drop table import_chunk`);
    for (const sql of toMoments(tables)) this.addSql(sql);
    for (const sql of dropChangeFunctions) this.addSql(sql);
    this.addSql(`drop table change`);
    this.addSql(oldHistoryFunction);
    for (const sql of oldSettleFunction) this.addSql(sql);
    const on = {
      insert: 'new table as changed',
      update: 'new table as changed',
      delete: 'old table as changed',
    };
    for (const table of tables) {
      for (const [event, referencing] of Object.entries(on)) {
        this.addSql(`create trigger ${table}_history_${event} after ${event} on ${table}
          referencing ${referencing} for each statement execute function keep_history()`);
      }
    }
  }
}
