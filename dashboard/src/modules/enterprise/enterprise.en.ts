import type { SameKeys } from '../../ui/messages.ts';
import type { enterpriseZh } from './enterprise.zh.ts';

export const enterpriseEn: SameKeys<typeof enterpriseZh> = {
  menu: 'Employers',
  file: 'Employer file',
  total: '{count} employers',
  search: 'name or code contains',
  searchHint: 'press Enter',
  statusName: 'Status',
  allStatuses: 'any status',
  openPage: 'Open as page',
  empty: 'No employer fits these conditions',
  emptyHint: 'Loosen the filter; if the roster is empty, upload it under Data.',
  clear: 'Clear filters',
  column: {
    NAME: 'Name', USCC: 'Social credit code', TOWN: 'Town', INDUSTRY: 'Industry', SIZE: 'Size', STAFF: 'Staff',
    UNION: 'Union', MEMBERS: 'Members', CERTIFICATION: 'Certification', VALID_TO: 'Valid to', FOUNDED_ON: 'Founded', STATUS: 'Status', REGISTRATION: 'Registration',
  },
  status: { ACTIVE: 'Active', SUSPENDED: 'Suspended', CLOSED: 'Closed' },
  stage: {
    NONE: 'Not applied', FILED: 'Applied', SCORED: 'Reviewed', NOTICE: 'Public notice', CLAIMED: 'Conditions missing', CERTIFIED: 'Certified', EXPIRED: 'Expired', REVOKED: 'Revoked',
  },
  unionForm: { OWN: 'Own union', JOINT: 'Joint union', REGIONAL: 'Regional or sector', NONE: 'No union' },
  section: { facts: 'Facts', union: 'Union and bargaining', certification: 'Certification', disputes: 'Disputes' },
  facts: {
    legalRepresentative: 'Legal representative', contact: 'Contact', phone: 'Phone', address: 'Address', closedOn: 'Closed on', formerNames: 'Former names',
  },
  union: {
    form: 'Form', name: 'Name', foundedOn: 'Founded', dissolvedOn: 'Dissolved', members: 'Members', chair: 'Chair', congress: "Workers' congress", disclosure: 'Open management',
    none: 'No union record', noneHint: 'The union table has no row for this employer.',
  },
  agreement: { COLLECTIVE: 'Collective contract', WAGE: 'Wage agreement', WOMEN: "Women workers' agreement" },
  agreementSpan: '{from} to {to}',
  certification: {
    filedOn: 'Applied', selfScore: 'Own score', participants: 'Assessment group', participantsText: '{all} people: {union} of the union, {workers} of the workers',
    internalNoticeOn: 'Internal notice', reviewScore: 'Review score', notice: 'Public notice', noticeChannels: 'Channels', objections: 'Objections', certifiedOn: 'Certified',
    grade: 'Grade', certificateNo: 'Certificate', validTo: 'Valid to', revokedOn: 'Revoked', revocationReason: 'Reason',
    lacking: 'Missing: {what}', complete: 'All conditions are met', none: 'No application', noneHint: 'The register has no application of this employer.',
  },
  condition: {
    REPRESENTATION: 'two-thirds representation', INTERNAL_NOTICE: 'internal notice', PUBLIC_NOTICE: 'dates of the public notice', NOTICE_BEFORE_TITLE: 'notice ended before the title',
    ONLINE_CHANNEL: 'online notice', OFFLINE_CHANNEL: 'offline notice', OBJECTIONS: 'open objections',
  },
  dispute: {
    caseNo: 'Case', filedOn: 'Filed', cause: 'Cause', applicants: 'People', amount: 'Amount (yuan)', channel: 'Mediated by', outcome: 'Outcome', days: 'Time taken',
    open: 'open for {days} days', overdue: 'overdue · {days} days', dayCount: '{days} days', none: 'No disputes', noneHint: 'The register has no case against this employer.', more: '{count} cases, the newest {shown} shown',
  },
  channel: { UNION: 'Union', HRSS: 'HR Bureau', COURT: 'Court' },
  outcome: { SETTLED: 'Settled', FAILED: 'Not settled', WITHDRAWN: 'Withdrawn', TO_ARBITRATION: 'To arbitration', TO_COURT: 'To court', NOT_ACCEPTED: 'Not accepted' },
  yes: 'Yes',
  no: 'No',
  source: 'Source',
  sourceOf: '{label}: {file} · {sheet} row {row}, since {since}',
  missing: 'No such employer',
  missingHint: 'The code may be mistyped, or it is outside what you may see.',
  back: 'Back to the list',
}; // prettier-ignore
