import {
  coded, day, derived, indexed, masked, name, optional, text, unsorted, updatedAt, version, yes,
} from '../../read/define-fields.ts'; // prettier-ignore
import { defineRelation, defineType } from '../../read/define-list.ts';
import { activityTables, employerActive, enterpriseHas, enterpriseOf } from '../enterprise/index.ts';
import { contractHolds } from './contract.rules.ts';
import type { SignatureVerification } from './contract.codes.ts';
import { signingRows } from './signing.list.ts';

/** Where it stands at the end of the day: a termination comes before the end of the term it cuts short. */
const status = `case when $.terminated_on <= {day} and $.terminated_on <= coalesce($.ends_on, 'infinity') then 'TERMINATED'
  when $.ends_on < {day} then 'EXPIRED'
  when $.starts_on > {day} then 'UPCOMING' else 'IN_FORCE' end`;

/** How far the signatures of that day's end bear it out; the same rule as the metric contract.verified. */
const verification = `case when not $.electronic then 'NOT_ELECTRONIC' else (
  select case when count(*) = 0 then 'UNSIGNED' when count(*) = 1 then 'ONE_PARTY'
    when min(s.digest) = max(s.digest) and min(s.digest) = coalesce($.digest, min(s.digest)) then 'VERIFIED'
    else 'DIGESTS_DIFFER' end
  from signing s where s.platform_contract_key = $.platform_contract_key
    and s.signed_at < ({day} + 1)::timestamp at time zone 'Asia/Shanghai') end`;

/** The same at present, by what is kept of each contract; a signature dated after the day is not there yet. */
const dayOver = `({day} + 1)::timestamp at time zone 'Asia/Shanghai'`;
const keptVerification = `case when not $.electronic then 'NOT_ELECTRONIC' else coalesce((
  select case when v.first_at >= ${dayOver} then 'UNSIGNED' when v.last_at >= ${dayOver} then 'ONE_PARTY' else v.code end
  from contract_verification v where v.contract_id = $.id), 'UNSIGNED') end`;
const kept = (condition: string): string =>
  `$.id in (select v.contract_id from contract_verification v where ${condition})`;
const byVerification: Record<SignatureVerification, string> = {
  NOT_ELECTRONIC: 'not $.electronic',
  UNSIGNED: `$.electronic and not exists (select from contract_verification v
    where v.contract_id = $.id and v.first_at < ${dayOver})`,
  ONE_PARTY: `${kept(`v.code = 'ONE_PARTY' and v.last_at < ${dayOver}`)}
    or ${kept(`v.code <> 'ONE_PARTY' and v.last_at >= ${dayOver} and v.first_at < ${dayOver}`)}`,
  DIGESTS_DIFFER: kept(`v.code = 'DIGESTS_DIFFER' and v.last_at < ${dayOver}`),
  VERIFIED: kept(`v.code = 'VERIFIED' and v.last_at < ${dayOver}`),
};

/** What can be read of one labour contract (form C); sorted by days that an index keeps in order. */
export const contractRows = defineType({
  name: 'Contract',
  table: 'contract',
  needs: 'contract.read',
  defaultOrder: [{ field: 'STARTS_ON', direction: 'DESC' }],
  fields: {
    contractNo: unsorted(name('contract_no', '合同编号', 'Contract number', 'contract_key')),
    workerName: masked('worker_name', '劳动者姓名', 'Worker'),
    idNumber: masked('id_number', '身份证号', 'Identity number'),
    kind: unsorted(coded('kind', 'ContractKind', '合同类型', 'Kind')),
    signedOn: indexed(day('signed_on', '签订日期', 'Signed on')),
    startsOn: indexed(day('starts_on', '起始日期', 'First day')),
    endsOn: indexed(optional(day('ends_on', '终止日期', 'Last day'))),
    daysLeft: derived('剩余天数', 'Days left', ['($.ends_on - {day})'], { dayArgument: 'at' }),
    terminatedOn: unsorted(day('terminated_on', '解除日期', 'Terminated on')),
    statedStatus: unsorted(text('stated_status', '合同状态', 'Stated status')),
    status: derived('合同状态（按日期）', 'Status by its dates', [status], { filter: 'code', enumName: 'ContractStatus' }),
    electronic: yes('electronic', '电子合同', 'Electronic'),
    platform: unsorted(coded('platform', 'SigningPlatform', '签署平台', 'Platform')),
    platformContractNo: unsorted(name('platform_contract_no', '平台合同编号', "Platform's number", 'platform_contract_key')),
    digest: unsorted(text('digest', '文件摘要', 'Digest of the document')),
    position: unsorted(text('position', '岗位', 'Position')),
    // What one person earns is that person's, also without the name beside it: shown, never filtered or sorted by.
    wage: derived('月工资', 'Monthly wage', ['$.wage::text'], { needs: 'personal.masked', source: ['wage'] }),
    verification: derived('电子签署核验', 'Verification', [verification], {
      filter: 'code', enumName: 'SignatureVerification', tables: ['signing'], kept: keptVerification, byCode: byVerification,
    }),
    version,
    updatedAt: unsorted(updatedAt),
  },
  held: {
    inForceOn: {
      label: { zh: '有效于', en: 'In force on' },
      sql: `${contractHolds('$', '{day}')} and ${employerActive}`,
      tables: activityTables,
    },
  },
}); // prettier-ignore

/** Contract.enterprise: the employer. */
export const contractEnterprise = enterpriseOf(contractRows);

/** Contract.signings: one for each party that signed on the platform. */
export const contractSignings = defineRelation({
  from: contractRows, field: 'signings', to: signingRows, kind: 'ALL',
  fromColumn: 'platform_contract_key', toColumn: 'platform_contract_key', needs: 'signing.read',
}); // prettier-ignore

/** Signing.contract: the contract under the platform's number. */
export const signingContract = defineRelation({
  from: signingRows, field: 'contract', to: contractRows, kind: 'ONE',
  fromColumn: 'platform_contract_key', toColumn: 'platform_contract_key', needs: 'contract.read',
}); // prettier-ignore

/** Enterprise.contracts, added from here. */
export const enterpriseContracts = enterpriseHas('contracts', contractRows);
