import { defineEntity, p } from '@mikro-orm/core';
import { factColumns } from '../../ingest/define-fact.ts';
import { decimalColumn, personalColumns } from '../../kernel/base-columns.ts';
import { Enterprise } from '../enterprise/index.ts';

/** One labour contract of the contract library; its status is read from its dates. */
export const Contract = defineEntity({
  name: 'Contract',
  tableName: 'contract',
  properties: {
    ...factColumns('contract'),
    enterprise: () =>
      p
        .manyToOne(Enterprise)
        .ref()
        .index(false)
        .updateRule('no action')
        .foreignKeyName('contract_enterprise_id_fkey'),
    contractNo: p.text(),
    contractKey: p.text(),
    ...personalColumns('workerName'),
    ...personalColumns('idNumber'),
    kind: p.text(),
    signedOn: p.date(),
    startsOn: p.date(),
    endsOn: p.date().nullable(),
    terminatedOn: p.date().nullable(),
    electronic: p.boolean(),
    platform: p.text().nullable(),
    platformContractNo: p.text().nullable(),
    platformContractKey: p.text().nullable(),
    digest: p.text().nullable(),
    position: p.text().nullable(),
    wage: decimalColumn(16, 2).nullable(),
    statedStatus: p.text().nullable(),
  },
  uniques: [{ name: 'contract_enterprise_id_contract_key_key', properties: ['enterprise', 'contractKey'] }],
  indexes: [
    {
      name: 'contract_started',
      properties: ['startsOn', 'id'],
      expression: 'create index "contract_started" on "contract" (starts_on desc, id desc)',
    },
    {
      name: 'contract_ending',
      properties: ['endsOn', 'id'],
      expression:
        'create index "contract_ending" on "contract" (ends_on, id) include (enterprise_id, starts_on, terminated_on)',
    },
    {
      name: 'contract_ended',
      properties: ['endsOn', 'id'],
      expression: 'create index "contract_ended" on "contract" (ends_on desc nulls last, id desc)',
    },
    {
      name: 'contract_signed',
      properties: ['signedOn', 'id'],
      expression: 'create index "contract_signed" on "contract" (signed_on desc, id desc)',
    },
    {
      name: 'contract_enterprise',
      properties: ['enterprise', 'startsOn', 'id'],
      expression: 'create index "contract_enterprise" on "contract" (enterprise_id, starts_on desc, id desc)',
    },
    {
      name: 'contract_platform',
      properties: ['platformContractKey'],
      expression:
        'create index "contract_platform" on "contract" (platform_contract_key) where platform_contract_key is not null',
    },
  ],
});
