import { ContractsDocument, type ContractsQuery } from '@hexie/schema/generated/documents.ts';
import { defineList, employerColumn, ofEmployer } from '../../lists/define-list.ts';
import { verificationTone } from '../../lists/tones.ts';

type Row = ContractsQuery['contracts']['nodes'][number];

/** The library of labour contracts. */
export const contractList = defineList({
  list: 'contracts',
  texts: 'contract.contracts',
  query: ContractsDocument,
  rows: data => data.contracts,
  order: { field: 'STARTS_ON', direction: 'DESC' },
  period: true,
  choices: [
    { name: 'status', values: ['IN_FORCE', 'UPCOMING', 'EXPIRED', 'TERMINATED'], words: 'contractStatus' },
    { name: 'kind', values: ['FIXED', 'OPEN_ENDED', 'TASK_BASED'], words: 'contractKind' },
    {
      name: 'verification',
      values: ['VERIFIED', 'ONE_PARTY', 'DIGESTS_DIFFER', 'UNSIGNED', 'NOT_ELECTRONIC'],
      words: 'verification',
    },
  ],
  columns: [
    { key: 'CONTRACT_NO', text: row => row.contractNo },
    employerColumn<Row>(),
    { key: 'WORKER', fields: ['workerName'], personal: 'workerName', text: row => row.workerName },
    { key: 'KIND', text: (row, { code }) => code('contractKind', row.kind) },
    { key: 'SIGNED_ON', text: row => row.signedOn },
    { key: 'STARTS_ON', order: 'STARTS_ON', text: row => row.startsOn },
    { key: 'ENDS_ON', order: 'ENDS_ON', text: row => row.endsOn },
    { key: 'TERMINATED_ON', rare: true, text: row => row.terminatedOn },
    {
      key: 'STATUS',
      text: (row, { code }) => code('contractStatus', row.status),
      tone: row => (row.status === 'IN_FORCE' ? '' : 'muted'),
    },
    {
      key: 'VERIFICATION',
      text: (row, { code }) => code('verification', row.verification),
      tone: row => verificationTone(row.verification),
    },
    { key: 'POSITION', rare: true, text: row => row.position },
  ],
  filter: asked => {
    const status = asked.choice('status') as Row['status'] | undefined;
    const kind = asked.choice('kind') as Row['kind'] | undefined;
    const verification = asked.choice('verification') as Row['verification'] | undefined;
    return {
      ...(status ? { status: { eq: status } } : {}),
      ...(kind ? { kind: { eq: kind } } : {}),
      ...(verification ? { verification: { eq: verification } } : {}),
      ...(asked.ending
        ? { inForceOn: asked.ending.on, endsOn: { gte: asked.ending.from, lte: asked.ending.to } }
        : {}),
      ...(asked.since ? { signedOn: { gte: asked.since } } : {}),
      ...(asked.text
        ? {
            or: [
              { contractNo: { contains: asked.text } },
              { enterprise: { name: { contains: asked.text } } },
            ],
          }
        : {}),
      ...ofEmployer(asked),
    };
  },
});
