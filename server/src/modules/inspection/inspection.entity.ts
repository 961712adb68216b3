import { defineEntity, p } from '@mikro-orm/core';
import { factColumns } from '../../ingest/define-fact.ts';
import { decimalColumn, personalColumns } from '../../kernel/base-columns.ts';
import { Enterprise } from '../enterprise/index.ts';
import { InspectionSubject } from './inspection-subject.entity.ts';

/** One inspection of an employer by labour security, with what followed from it. */
export const Inspection = defineEntity({
  name: 'Inspection',
  tableName: 'inspection',
  properties: {
    ...factColumns('inspection'),
    enterprise: () =>
      p
        .manyToOne(Enterprise)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('inspection_enterprise_id_fkey'),
    caseNo: p.text(),
    caseKey: p.text().unique('inspection_case_key_key'),
    source: p.text(),
    mode: p.text().nullable(),
    checkedOn: p.date(),
    subject: () =>
      p
        .manyToOne(InspectionSubject)
        .ref()
        .joinColumn('subject')
        .index(false)
        .updateRule('no action')
        .deleteRule('no action')
        .foreignKeyName('inspection_subject_fkey')
        .nullable(),
    subjectText: p.text().nullable(),
    people: p.integer().columnType('int').nullable(),
    amount: decimalColumn(16, 2).nullable(),
    filed: p.boolean().nullable(),
    filedOn: p.date().nullable(),
    correctionOrderedOn: p.date().nullable(),
    correctionDueOn: p.date().nullable(),
    correctedOn: p.date().nullable(),
    closedOn: p.date().nullable(),
    result: p.text().nullable(),
    summonsOn: p.date().nullable(),
    ...personalColumns('summonsTarget'),
    grade: p.text().nullable(),
  },
  indexes: [
    {
      name: 'inspection_checked',
      properties: ['checkedOn', 'id'],
      expression: 'create index "inspection_checked" on "inspection" (checked_on desc, id desc)',
    },
    {
      name: 'inspection_enterprise',
      properties: ['enterprise', 'checkedOn', 'id'],
      expression:
        'create index "inspection_enterprise" on "inspection" (enterprise_id, checked_on desc, id desc)',
    },
  ],
});
