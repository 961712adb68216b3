import { p } from '@mikro-orm/core';
import { idColumn, momentColumn } from '../kernel/base-columns.ts';
import { ImportRow } from './import-row.entity.ts';

/** What every fact carries: its key, the spreadsheet row it came from, and which revision it is. */
export const factColumns = (table: string) => ({
  id: idColumn(),
  importRow: () =>
    p
      .manyToOne(ImportRow)
      .ref()
      .index(`${table}_import_row`)
      .updateRule('no action')
      .foreignKeyName(`${table}_import_row_id_fkey`),
  /** The change that wrote this revision; the database stamps it. */
  changeId: p.bigint('number').defaultRaw('hub_change()').index(`${table}_change`),
  version: p.integer().columnType('int').default(1),
  createdAt: momentColumn().defaultRaw('now()'),
  updatedAt: momentColumn().defaultRaw('now()'),
});
