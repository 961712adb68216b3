import type { SameKeys } from '../../ui/messages.ts';
import type { disputeZh } from './dispute.zh.ts';

export const disputeEn: SameKeys<typeof disputeZh> = {
  menu: 'Disputes',
  title: 'Disputes',
  total: '{count} cases',
  noun: 'cases',
  search: 'the case or respondent',
  empty: 'No case fits these conditions',
  emptyHint: 'Loosen the filter; without any data, the bureau, the unions or the court are to send form D.',
  record: 'Case',
  happened: 'filed',
  column: {
    CASE_NO: 'Case',
    FILED_ON: 'Filed',
    RESPONDENT: 'Respondent',
    CAUSE: 'Cause',
    APPLICANTS: 'People',
    AMOUNT: 'Amount (yuan)',
    CHANNEL: 'Mediated by',
    OUTCOME: 'Outcome',
    CLOSED_ON: 'Closed',
    DAYS: 'Time taken',
  },
  choice: {
    progress: { name: 'Progress', all: 'open and closed' },
    channel: { name: 'Mediated by', all: 'any mediator' },
    outcome: { name: 'Outcome', all: 'any outcome' },
  },
  days: { open: 'open for {days} days', overdue: 'overdue · {days} days', closed: '{days} days' },
}; // prettier-ignore
