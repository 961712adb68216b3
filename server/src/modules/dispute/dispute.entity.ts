import { defineEntity, p } from '@mikro-orm/core';
import { factColumns } from '../../ingest/define-fact.ts';
import { decimalColumn, personalColumns } from '../../kernel/base-columns.ts';
import { Enterprise } from '../enterprise/index.ts';
import { DisputeCause } from './dispute-cause.entity.ts';

const descending = (name: string) => ({ name, sort: 'DESC' as const });

/** One labour dispute before a mediation body. */
export const Dispute = defineEntity({
  name: 'Dispute',
  tableName: 'dispute',
  properties: {
    ...factColumns('dispute'),
    caseNo: p.text(),
    caseKey: p.text().unique('dispute_case_key_key'),
    filedOn: p.date(),
    ...personalColumns('applicant'),
    applicants: p.integer().columnType('int').default(1),
    migrant: p.boolean().nullable(),
    enterprise: () =>
      p
        .manyToOne(Enterprise)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('dispute_enterprise_id_fkey'),
    respondentName: p.text(),
    cause: () =>
      p
        .manyToOne(DisputeCause)
        .ref()
        .joinColumn('cause')
        .index(false)
        .updateRule('no action')
        .foreignKeyName('dispute_cause_fkey'),
    causeText: p.text(),
    amount: decimalColumn(16, 2).nullable(),
    channel: p.text(),
    acceptedOn: p.date().nullable(),
    mediator: p.text().nullable(),
    closedOn: p.date().nullable(),
    outcome: p.text().nullable(),
    settlementAmount: decimalColumn(16, 2).nullable(),
    confirmed: p.boolean().nullable(),
    confirmedOn: p.date().nullable(),
    performance: p.text().nullable(),
    archivedOn: p.date().nullable(),
    jobLost: p.boolean().nullable(),
    referredOn: p.date().nullable(),
    reemployedOn: p.date().nullable(),
  },
  indexes: [
    {
      name: 'dispute_enterprise',
      properties: ['enterprise', 'filedOn', 'id'],
      expression: 'create index "dispute_enterprise" on "dispute" (enterprise_id, filed_on desc, id desc)',
    },
    {
      name: 'dispute_filed',
      properties: ['filedOn', 'id'],
      columns: [descending('filed_on'), descending('id')],
    },
    {
      name: 'dispute_case_part',
      properties: ['caseKey'],
      expression: 'create index "dispute_case_part" on "dispute" using gin (case_key gin_trgm_ops)',
    },
    {
      name: 'dispute_open',
      properties: ['filedOn'],
      expression: 'create index "dispute_open" on "dispute" (filed_on) where closed_on is null',
    },
  ],
});
