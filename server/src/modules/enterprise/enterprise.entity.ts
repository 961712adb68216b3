import { defineEntity, p } from '@mikro-orm/core';
import { factColumns } from '../../ingest/define-fact.ts';
import { personalColumns } from '../../kernel/base-columns.ts';
import { Industry } from './industry.entity.ts';
import { Town } from './town.entity.ts';

/** An employer of the district, as the newest roster describes it. */
export const Enterprise = defineEntity({
  name: 'Enterprise',
  tableName: 'enterprise',
  properties: {
    ...factColumns('enterprise'),
    uscc: p.text().unique('enterprise_uscc_key'),
    name: p.text(),
    nameKey: p.text().index('enterprise_name_key'),
    town: () =>
      p
        .manyToOne(Town)
        .ref()
        .joinColumn('town')
        .index(false)
        .updateRule('no action')
        .foreignKeyName('enterprise_town_fkey'),
    industry: () =>
      p
        .manyToOne(Industry)
        .ref()
        .joinColumn('industry')
        .index(false)
        .updateRule('no action')
        .foreignKeyName('enterprise_industry_fkey'),
    industryDivision: p.text().nullable(),
    size: p.text().nullable(),
    registration: p.text().nullable(),
    ...personalColumns('legalRepresentative'),
    ...personalColumns('contact'),
    ...personalColumns('phone'),
    staff: p.integer().columnType('int'),
    foundedOn: p.date(),
    status: p.text(),
    closedOn: p.date().nullable(),
    address: p.text().nullable(),
  },
  indexes: [
    { name: 'enterprise_town', properties: ['town', 'id'] },
    {
      name: 'enterprise_name_part',
      properties: ['nameKey'],
      expression: 'create index "enterprise_name_part" on "enterprise" using gin (name_key gin_trgm_ops)',
    },
  ],
});
