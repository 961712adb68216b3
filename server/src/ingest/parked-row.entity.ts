import { defineEntity, p } from '@mikro-orm/core';
import { idColumn, momentColumn } from '../kernel/base-columns.ts';
import { ImportRow } from './import-row.entity.ts';

/** A row whose employer is not (yet) known, each in its own right: counted nowhere, told anew when a roster names its employer. */
export const ParkedRow = defineEntity({
  name: 'ParkedRow',
  tableName: 'parked_row',
  properties: {
    id: idColumn(),
    form: p.text(),
    /** The fact it speaks of, in hexadecimal: rows of one record share it. */
    keyHash: p.text(),
    importRow: () =>
      p
        .manyToOne(ImportRow)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('parked_row_import_row_id_fkey'),
    employerUscc: p.text().nullable().index('parked_row_uscc'),
    employerName: p.text().nullable(),
    employerNameKey: p.text().nullable(),
    reason: p.text(),
    /** A newer row of the same record stands: it waits to fill what that one left out, and is not shown. */
    superseded: p.boolean().default(false),
    statedOn: p.date().nullable(),
    parkedAt: momentColumn().defaultRaw('now()'),
  },
  uniques: [{ name: 'parked_row_import_row_id_key', properties: ['importRow'] }],
  indexes: [
    { name: 'parked_row_key', properties: ['form', 'keyHash', 'superseded'] },
    {
      name: 'parked_row_name',
      properties: ['employerNameKey'],
      expression:
        'create index "parked_row_name" on "parked_row" (employer_name_key) where employer_uscc is null',
    },
  ],
});
