import { defineEntity, p } from '@mikro-orm/core';
import { factColumns } from '../../ingest/define-fact.ts';
import { momentColumn } from '../../kernel/base-columns.ts';
import { Enterprise } from '../enterprise/index.ts';

/** One party's signature on one contract of the signing platform. */
export const Signing = defineEntity({
  name: 'Signing',
  tableName: 'signing',
  properties: {
    ...factColumns('signing'),
    enterprise: () =>
      p
        .manyToOne(Enterprise)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('signing_enterprise_id_fkey'),
    platformContractNo: p.text(),
    platformContractKey: p.text(),
    contractNo: p.text().nullable(),
    party: p.text(),
    signedAt: momentColumn(),
    certificateNo: p.text().nullable(),
    timestampNo: p.text().nullable(),
    digest: p.text(),
  },
  uniques: [
    { name: 'signing_platform_contract_key_party_key', properties: ['platformContractKey', 'party'] },
  ],
  indexes: [
    {
      name: 'signing_signed',
      properties: ['signedAt', 'id'],
      expression: 'create index "signing_signed" on "signing" (signed_at desc, id desc)',
    },
    {
      name: 'signing_enterprise',
      properties: ['enterprise', 'signedAt', 'id'],
      expression: 'create index "signing_enterprise" on "signing" (enterprise_id, signed_at desc, id desc)',
    },
  ],
});
