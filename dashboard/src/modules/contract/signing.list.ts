import { SigningsDocument, type SigningsQuery } from '@hexie/schema/generated/documents.ts';
import { defineList, employerColumn, ofEmployer } from '../../lists/define-list.ts';

type Row = SigningsQuery['signings']['nodes'][number];

/** The signatures of the e-signing platform, and whether the library knows their contracts. */
export const signingList = defineList({
  list: 'signings',
  texts: 'contract.signings',
  query: SigningsDocument,
  rows: data => data.signings,
  order: { field: 'SIGNED_AT', direction: 'DESC' },
  period: true,
  choices: [{ name: 'party', values: ['EMPLOYER', 'WORKER'], words: 'party' }],
  columns: [
    { key: 'PLATFORM_NO', fields: ['platformContractNo'], text: row => row.platformContractNo },
    employerColumn<Row>(),
    { key: 'PARTY', text: (row, { code }) => code('party', row.party) },
    { key: 'SIGNED_AT', order: 'SIGNED_AT', text: (row, { moment }) => moment(row.signedAt) },
    { key: 'CONTRACT_NO', text: row => row.contractNo },
    {
      key: 'CONTRACT',
      fields: ['contract.contractNo'],
      text: (row, { t }) => t(`contract.signings.found.${row.contract ? 'YES' : 'NO'}`),
      tone: row => (row.contract ? 'met' : 'near'),
    },
    { key: 'CERTIFICATE', fields: ['certificateNo'], rare: true, text: row => row.certificateNo },
  ],
  filter: asked => {
    const party = asked.choice('party') as Row['party'] | undefined;
    return {
      ...(party ? { party: { eq: party } } : {}),
      ...(asked.since ? { signedAt: { gte: asked.since } } : {}),
      ...(asked.text
        ? { or: [{ platformContractNo: { contains: asked.text } }, { contractNo: { contains: asked.text } }] }
        : {}),
      ...ofEmployer(asked),
    };
  },
});
