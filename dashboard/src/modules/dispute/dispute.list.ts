import { DisputesDocument, type DisputesQuery } from '@hexie/schema/generated/documents.ts';
import { defineList, ofEmployer } from '../../lists/define-list.ts';

type Row = DisputesQuery['disputes']['nodes'][number];
type Channel = Row['channel'];

/** The cases, newest first; those past the limit stand out. */
export const disputeList = defineList({
  list: 'disputes',
  texts: 'dispute',
  query: DisputesDocument,
  rows: data => data.disputes,
  order: { field: 'FILED_ON', direction: 'DESC' },
  period: true,
  choices: [
    { name: 'progress', values: ['OPEN', 'OVERDUE', 'CLOSED'], words: 'progress' },
    { name: 'channel', values: ['UNION', 'HRSS', 'COURT'], words: 'channel' },
    {
      name: 'outcome',
      values: ['SETTLED', 'FAILED', 'WITHDRAWN', 'TO_ARBITRATION', 'TO_COURT', 'NOT_ACCEPTED'],
      words: 'outcome',
    },
  ],
  narrowed: [{ name: 'cause', label: rows => rows[0]?.cause.name }],
  columns: [
    { key: 'CASE_NO', order: 'CASE_NO', text: row => row.caseNo },
    { key: 'FILED_ON', order: 'FILED_ON', text: row => row.filedOn },
    {
      key: 'RESPONDENT', fields: ['respondentName'], order: 'RESPONDENT_NAME', wrap: true, text: row => row.enterprise?.name ?? row.respondentName,
      to: row => (row.enterprise ? { name: 'enterprise', params: { uscc: row.enterprise.uscc } } : undefined),
    },
    { key: 'CAUSE', order: 'CAUSE', text: row => row.cause.name },
    { key: 'APPLICANTS', order: 'APPLICANTS', number: true, text: (row, { count }) => count(row.applicants) },
    { key: 'AMOUNT', order: 'AMOUNT', number: true, text: (row, { decimal }) => decimal(row.amount) },
    { key: 'CHANNEL', order: 'CHANNEL', text: (row, { code }) => code('channel', row.channel) },
    { key: 'OUTCOME', order: 'OUTCOME', text: (row, { code }) => code('outcome', row.outcome) },
    { key: 'CLOSED_ON', order: 'CLOSED_ON', text: row => row.closedOn, rare: true },
    {
      key: 'DAYS', fields: ['daysOpen'], text: (row, { t, count }) => t(`dispute.days.${row.overdue ? 'overdue' : row.open ? 'open' : 'closed'}`, { days: count(row.daysOpen) }),
      tone: row => (row.overdue ? 'missed' : ''),
    },
  ], // prettier-ignore
  filter: asked => {
    const progress = asked.choice('progress');
    const channel = asked.choice('channel') as Channel | undefined;
    const cause = asked.group('cause');
    const outcome = asked.choice('outcome') as NonNullable<Row['outcome']> | undefined;
    return {
      ...(progress === 'OVERDUE' ? { overdue: { eq: true } } : {}),
      ...(progress === 'OPEN' || progress === 'CLOSED' ? { open: { eq: progress === 'OPEN' } } : {}),
      ...(channel ? { channel: { eq: channel } } : {}),
      ...(cause ? { cause: { eq: cause } } : {}),
      ...(outcome ? { outcome: { eq: outcome } } : {}),
      ...(asked.since ? { filedOn: { gte: asked.since } } : {}),
      ...(asked.text
        ? { or: [{ caseNo: { contains: asked.text } }, { respondentName: { contains: asked.text } }] }
        : {}),
      ...ofEmployer(asked),
    };
  },
});
