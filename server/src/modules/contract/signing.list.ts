import { coded, derived, name, text, unsorted, updatedAt, version } from '../../read/define-fields.ts';
import { defineType } from '../../read/define-list.ts';
import { enterpriseHas, enterpriseOf } from '../enterprise/index.ts';

/** What can be read of one signature on the platform (form S). */
export const signingRows = defineType({
  name: 'Signing',
  table: 'signing',
  needs: 'signing.read',
  defaultOrder: [{ field: 'SIGNED_AT', direction: 'DESC' }],
  fields: {
    platformContractNo: unsorted(
      name('platform_contract_no', '平台合同编号', "Platform's number", 'platform_contract_key'),
    ),
    contractNo: unsorted(text('contract_no', '合同编号', 'Contract number')),
    party: unsorted(coded('party', 'SigningParty', '签署方', 'Party')),
    signedAt: derived('签署时间', 'Signed at (filtered by its day in Shanghai)', ['$.signed_at'], {
      read: value => new Date(value as string),
      filter: 'day',
      filterSql: `($.signed_at at time zone 'Asia/Shanghai')::date`,
      order: { cast: 'timestamptz', nullable: false, indexed: true },
      source: ['signed_at'],
    }),
    certificateNo: unsorted(text('certificate_no', '证书序列号', 'Certificate number')),
    timestampNo: unsorted(text('timestamp_no', '时间戳序列号', 'Time-stamp number')),
    digest: unsorted(text('digest', '文件摘要', 'Digest of the document')),
    version,
    updatedAt: unsorted(updatedAt),
  },
});

/** Signing.enterprise: the employer whose contract was signed. */
export const signingEnterprise = enterpriseOf(signingRows);

/** Enterprise.signings, added from here. */
export const enterpriseSignings = enterpriseHas('signings', signingRows);
