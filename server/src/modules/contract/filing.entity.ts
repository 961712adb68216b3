import { defineEntity, p } from '@mikro-orm/core';
import { factColumns } from '../../ingest/define-fact.ts';
import { decimalColumn } from '../../kernel/base-columns.ts';
import { Enterprise } from '../enterprise/index.ts';

const count = () => p.integer().columnType('int');

/** One labour-use filing: what an employer said of its workers on one day. */
export const Filing = defineEntity({
  name: 'Filing',
  tableName: 'filing',
  properties: {
    ...factColumns('filing'),
    enterprise: () =>
      p
        .manyToOne(Enterprise)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('filing_enterprise_id_fkey'),
    filedOn: p.date(),
    kind: p.text(),
    workers: count(),
    contracted: count(),
    insured: count(),
    dispatched: count().nullable(),
    partTime: count().nullable(),
    migrant: count().nullable(),
    rulesFiled: p.boolean().nullable(),
    specialHours: p.boolean().nullable(),
    lowestWage: decimalColumn(16, 2).nullable(),
    filingNo: p.text().nullable(),
  },
  uniques: [
    { name: 'filing_enterprise_id_filed_on_kind_key', properties: ['enterprise', 'filedOn', 'kind'] },
  ],
  indexes: [
    {
      name: 'filing_filed',
      properties: ['filedOn', 'id'],
      expression: 'create index "filing_filed" on "filing" (filed_on desc, id desc)',
    },
  ],
});
