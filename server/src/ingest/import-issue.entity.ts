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
  indexes: [
    { name: 'import_issue_sheet', properties: ['sheet', 'id'] },
    { name: 'import_issue_row', properties: ['sheet', 'rowNo'] },
    {
      name: 'import_issue_conflict',
      properties: ['sheet', 'rowNo'],
      expression: `create index "import_issue_conflict" on "import_issue" (sheet_id, row_no) where code in ('OLDER_REPORT', 'OLDER_REPORT_FILLS', 'DUPLICATE_KEY')`,
    },
  ],
});
