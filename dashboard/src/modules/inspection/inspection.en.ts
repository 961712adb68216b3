import type { SameKeys } from '../../ui/messages.ts';
import type { inspectionZh } from './inspection.zh.ts';

export const inspectionEn: SameKeys<typeof inspectionZh> = {
  menu: 'Inspections',
  title: 'Inspections',
  register: 'Register of inspections',
  figures: 'Inspection this year',
  tab: { inspection: 'Overview', inspections: 'Register' },
  year: {
    checks: '*{now}* inspections in 12 months', violation: 'Violations in *{now}* of inspections, 12 months', corrected: '*{now}* corrected in time, 12 months', summons: '*{now}* summonses in 12 months',
    against: '{message}; a year earlier {before}', none: 'Nothing to work out in 12 months: {name}',
  },
  measure: { name: 'Look at', checks: 'Inspections', violation: 'Violations' },
  groups: { by: 'Group by', checks: 'Most inspections: *{group}*, {value}', violation: '*{group}* has most violations, {value}', none: 'No inspection in 12 months' },
  grades: { title: '*{count}* employers graded, *{worst}* of them C' },
  due: {
    subtitle: 'As of {day} · by their limit', all: 'All {count}', noSubject: 'No subject stated',
    OVERDUE: { name: 'Overdue corrections', some: '{count} corrections are overdue', none: 'No correction is overdue', day: 'was due {day}', hint: 'Every correction that was due is done.' },
    DUE: { name: 'Corrections due soon', some: '{count} corrections fall due within {days} days', none: 'No correction falls due within {days} days', day: 'due {day}', hint: 'Nothing to press for.' },
  },
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
