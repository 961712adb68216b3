import { defineEntity, p } from '@mikro-orm/core';
import { idColumn } from '../kernel/base-columns.ts';
import { ImportSheet } from './import-sheet.entity.ts';

/** One data row and what became of it; what it said stands in the chunk of its sheet. */
export const ImportRow = defineEntity({
  name: 'ImportRow',
  tableName: 'import_row',
  properties: {
    id: idColumn(),
    sheet: () =>
      p
        .manyToOne(ImportSheet)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('import_row_sheet_id_fkey'),
    rowNo: p.integer().columnType('int'),
    outcome: p.text(),
    repaired: p.boolean().default(false),
    /** Which fact the row speaks of: equal for all rows of one form and natural key. */
    factKey: p.blob().columnType('bytea').nullable().index('import_row_fact_key'),
    /** The void that silences the row, as long as it is in force. */
    voidedId: p.bigint('number').nullable(),
    /** The name by which the employer was found, where the row carries no code. */
    matchedNameKey: p.text().nullable(),
  },
  indexes: [
    {
      name: 'import_row_left_over',
      properties: ['sheet', 'rowNo'],
      expression: `create index "import_row_left_over" on "import_row" (sheet_id, row_no) where outcome in ('REJECTED', 'PARKED', 'DUPLICATE', 'SUPERSEDED')`,
    },
    {
      name: 'import_row_voided',
      properties: ['voidedId'],
      expression: 'create index "import_row_voided" on "import_row" (voided_id) where voided_id is not null',
    },
    {
      name: 'import_row_matched_name',
      properties: ['matchedNameKey'],
      expression:
        'create index "import_row_matched_name" on "import_row" (matched_name_key) where matched_name_key is not null',
    },
  ],
  uniques: [{ name: 'import_row_sheet_id_row_no_key', properties: ['sheet', 'rowNo'] }],
});
