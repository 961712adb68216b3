import { defineEntity, p } from '@mikro-orm/core';
import { countColumn, idColumn, momentColumn } from '../kernel/base-columns.ts';
import { ImportFile } from './import-file.entity.ts';

/** One sheet of a file: what it was recognised as, and what became of its rows. */
export const ImportSheet = defineEntity({
  name: 'ImportSheet',
  tableName: 'import_sheet',
  properties: {
    id: idColumn(),
    file: () =>
      p
        .manyToOne(ImportFile)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('import_sheet_file_id_fkey'),
    position: p.integer().columnType('int'),
    sheet: p.text(),
    hidden: p.boolean().default(false),
    form: p.text().nullable(),
    statedOn: p.date().nullable(),
    status: p.text(),
    knownAt: momentColumn().nullable(),
    rowsRead: countColumn(),
    inserted: countColumn(),
    updated: countColumn(),
    unchanged: countColumn(),
    rejected: countColumn(),
    parked: countColumn(),
    duplicates: countColumn(),
    repaired: countColumn(),
    attached: countColumn(),
    /** The sheet's own headers in their order, and those of them that belong to no column of the form. */
    headers: p.array().columnType('text[]').defaultRaw(`'{}'::text[]`),
    unknownColumns: p.array().columnType('text[]').defaultRaw(`'{}'::text[]`),
    /** Of a sheet that fits no form: the form it came nearest to, and what it lacks. */
    nearestForm: p.text().nullable(),
    missingColumns: p.array().columnType('text[]').defaultRaw(`'{}'::text[]`),
    /** When its rejected rows, and a preview's every row, were taken out of what is kept. */
    purgedAt: momentColumn().nullable(),
  },
  uniques: [{ name: 'import_sheet_file_id_position_key', properties: ['file', 'position'] }],
  indexes: [{ name: 'import_sheet_form', properties: ['form', 'knownAt'] }],
});
