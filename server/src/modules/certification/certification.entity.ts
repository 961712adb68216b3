import { defineEntity, p } from '@mikro-orm/core';
import { factColumns } from '../../ingest/define-fact.ts';
import { decimalColumn } from '../../kernel/base-columns.ts';
import { Enterprise } from '../enterprise/index.ts';

/** One application to be a harmonious enterprise, from filing to its end; qualified says whether the title counts. */
export const Certification = defineEntity({
  name: 'Certification',
  tableName: 'certification',
  properties: {
    ...factColumns('certification'),
    enterprise: () =>
      p
        .manyToOne(Enterprise)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('certification_enterprise_id_fkey'),
    filedOn: p.date(),
    selfScore: decimalColumn(7, 2).nullable(),
    selfParticipants: p.integer().columnType('int').nullable(),
    unionRepresentatives: p.integer().columnType('int').nullable(),
    workerRepresentatives: p.integer().columnType('int').nullable(),
    internalNoticeOn: p.date().nullable(),
    reviewScore: decimalColumn(7, 2).nullable(),
    noticeFrom: p.date().nullable(),
    noticeTo: p.date().nullable(),
    noticeChannels: p.text().nullable(),
    objections: p.integer().columnType('int').nullable(),
    certifiedOn: p.date().nullable(),
    grade: p.text().nullable(),
    certificateNo: p.text().nullable(),
    validTo: p.date().nullable(),
    revokedOn: p.date().nullable(),
    revocationReason: p.text().nullable(),
    statedStatus: p.text().nullable(),
    qualified: p.boolean(),
    lacking: p.array().columnType('text[]').defaultRaw(`'{}'::text[]`),
  },
  uniques: [{ name: 'certification_enterprise_id_filed_on_key', properties: ['enterprise', 'filedOn'] }],
  indexes: [
    {
      name: 'certification_filed',
      properties: ['filedOn', 'id'],
      columns: [
        { name: 'filed_on', sort: 'DESC' },
        { name: 'id', sort: 'DESC' },
      ],
    },
  ],
});
