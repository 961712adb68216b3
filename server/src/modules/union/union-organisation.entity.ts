import { defineEntity, p } from '@mikro-orm/core';
import { factColumns } from '../../ingest/define-fact.ts';
import { personalColumns } from '../../kernel/base-columns.ts';
import { Enterprise } from '../enterprise/index.ts';

/** What the union federation knows of one employer: its union, agreements, congress and disclosure. */
export const UnionOrganisation = defineEntity({
  name: 'UnionOrganisation',
  tableName: 'union_organisation',
  properties: {
    ...factColumns('union_organisation'),
    enterprise: () =>
      p
        .oneToOne(Enterprise)
        .owner()
        .ref()
        .unique('union_organisation_enterprise_id_key')
        .updateRule('no action')
        .foreignKeyName('union_organisation_enterprise_id_fkey'),
    form: p.text(),
    name: p.text().nullable(),
    foundedOn: p.date().nullable(),
    dissolvedOn: p.date().nullable(),
    members: p.integer().columnType('int'),
    ...personalColumns('chair'),
    collectiveFrom: p.date().nullable(),
    collectiveTo: p.date().nullable(),
    wageFrom: p.date().nullable(),
    wageTo: p.date().nullable(),
    womenTo: p.date().nullable(),
    congress: p.boolean().nullable(),
    disclosure: p.boolean().nullable(),
  },
});
