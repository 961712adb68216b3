import { defineEntity, p } from '@mikro-orm/core';
import { idColumn } from '../kernel/base-columns.ts';
import { ImportSheet } from './import-sheet.entity.ts';

/** One thing found wrong or worth knowing, at its place in the spreadsheet; a personal value only as its mask. */
export const ImportIssue = defineEntity({
  name: 'ImportIssue',
  tableName: 'import_issue',
  properties: {
    id: idColumn(),
    sheet: () =>
      p
        .manyToOne(ImportSheet)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('import_issue_sheet_id_fkey'),
    rowNo: p.integer().columnType('int').nullable(),
    columnName: p.text().nullable(),
    severity: p.text(),
    code: p.text(),
    params: p.json().defaultRaw(`'{}'::jsonb`),
    value: p.text().nullable(),
  },
  indexes: [{ name: 'import_issue_sheet', properties: ['sheet', 'id'] }],
});
