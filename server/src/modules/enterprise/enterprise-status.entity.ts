import { defineEntity, p } from '@mikro-orm/core';
import { factColumns } from '../../ingest/define-fact.ts';
import { Enterprise } from './enterprise.entity.ts';

/** What one roster said of an employer's business status on the roster's own day. */
export const EnterpriseStatus = defineEntity({
  name: 'EnterpriseStatus',
  tableName: 'enterprise_status',
  properties: {
    ...factColumns('enterprise_status'),
    enterprise: () =>
      p
        .manyToOne(Enterprise)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('enterprise_status_enterprise_id_fkey'),
    statedOn: p.date(),
    status: p.text(),
  },
  uniques: [
    { name: 'enterprise_status_enterprise_id_stated_on_key', properties: ['enterprise', 'statedOn'] },
  ],
});
