import { defineEntity, p } from '@mikro-orm/core';
import { momentColumn } from '../kernel/base-columns.ts';

/** One file that arrived, whatever became of it. */
export const ImportFile = defineEntity({
  name: 'ImportFile',
  tableName: 'import_file',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    fileName: p.text(),
    sha256: p.text().name('sha256').nullable(),
    sizeBytes: p.bigint('number').nullable(),
    origin: p.text().default('UPLOAD'),
    status: p.text().default('RECEIVED'),
    dryRun: p.boolean().default(false),
    sentBy: p.text(),
    /** The sender as row-level security knows them, such as person:7. */
    actor: p.text().default(''),
    /** The mediation channels that the sender could see when the file was sent; null are all. */
    channels: p.array().columnType('text[]').nullable(),
    receivedAt: momentColumn().defaultRaw('now()'),
    finishedAt: momentColumn().nullable(),
    refusalCode: p.text().nullable(),
    refusal: p.json().nullable(),
    /** The change that took it back as a whole. */
    withdrawnChange: p.bigint('number').nullable(),
    withdrawnBy: p.text().nullable(),
  },
  indexes: [
    {
      name: 'import_file_actor',
      properties: ['actor', 'receivedAt'],
      columns: [{ name: 'actor' }, { name: 'received_at', sort: 'DESC' }],
    },
    {
      name: 'import_file_received',
      properties: ['receivedAt', 'id'],
      columns: [{ name: 'received_at', sort: 'DESC' }, { name: 'id' }],
    },
  ],
});
