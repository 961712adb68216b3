import { defineEntity, p } from '@mikro-orm/core';
import { factColumns } from '../../ingest/define-fact.ts';
import { Enterprise } from './enterprise.entity.ts';

/** A name an employer bore before: rows that still use it find their employer. */
export const FormerName = defineEntity({
  name: 'FormerName',
  tableName: 'former_name',
  properties: {
    ...factColumns('former_name'),
    enterprise: () =>
      p
        .manyToOne(Enterprise)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('former_name_enterprise_id_fkey'),
    name: p.text(),
    nameKey: p.text().index('former_name_key'),
  },
  indexes: [
    {
      name: 'former_name_part',
      properties: ['nameKey'],
      expression: 'create index "former_name_part" on "former_name" using gin (name_key gin_trgm_ops)',
    },
  ],
  uniques: [{ name: 'former_name_enterprise_id_name_key_key', properties: ['enterprise', 'nameKey'] }],
});
