import type { SameKeys } from '../../ui/messages.ts';
import type { inspectionZh } from './inspection.zh.ts';

export const inspectionEn: SameKeys<typeof inspectionZh> = {
  menu: 'Inspections',
  title: 'Inspections',
  total: '{count} cases',
  noun: 'cases',
  search: 'the case or employer',
  empty: 'No case fits these conditions',
  emptyHint: 'Loosen the filter; without any data, the HR bureau is to send form I.',
  record: 'Inspection',
  happened: 'checked',
  column: {
    CASE_NO: 'Case',
    EMPLOYER: 'Employer',
    SOURCE: 'Source',
    MODE: 'Mode',
    CHECKED_ON: 'Checked',
    SUBJECT: 'Subject',
    PEOPLE: 'People',
    AMOUNT: 'Amount (yuan)',
    FILED: 'Case opened',
    CORRECTION_DUE_ON: 'Due',
    CORRECTED_ON: 'Corrected',
    CLOSED_ON: 'Closed',
    GRADE: 'Grade',
  },
  choice: {
    source: { name: 'Source', all: 'any source' },
    correction: { name: 'Correction', all: 'corrected or not' },
    grade: { name: 'Grade', all: 'any grade' },
  },
}; // prettier-ignore
