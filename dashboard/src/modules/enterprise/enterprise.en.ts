import type { SameKeys } from '../../ui/messages.ts';
import type { enterpriseZh } from './enterprise.zh.ts';

export const enterpriseEn: SameKeys<typeof enterpriseZh> = {
  menu: 'Employers',
  file: 'Employer file',
  total: '{count} employers',
  title: 'Employers',
  noun: 'employers',
  record: 'Employer file',
  all: 'All {count}',
  staff: '{count} staff',
  formerly: 'Formerly {names}',
  search: 'the name or code',
  choice: { status: { name: 'Status', all: 'any status' } },
  openPage: 'Open as page',
  empty: 'No employer fits these conditions',
  emptyHint: 'Loosen the filter; if the roster is empty, upload it under Data.',
  column: {
    NAME: 'Name', USCC: 'Social credit code', TOWN: 'Town', INDUSTRY: 'Industry', SIZE: 'Size', STAFF: 'Staff',
    UNION: 'Union', MEMBERS: 'Members', CERTIFICATION: 'Certification', VALID_TO: 'Valid to', FOUNDED_ON: 'Founded', STATUS: 'Status', REGISTRATION: 'Registration',
  },
  section: { facts: 'Facts', union: 'Union and bargaining', certification: 'Certification', contracts: 'Labour contracts', filings: 'Labour-use filings', signings: 'E-signatures', inspections: 'Inspections', disputes: 'Disputes', quality: 'Data quality', timeline: 'Timeline' },
  facts: {
    legalRepresentative: 'Legal representative', contact: 'Contact', phone: 'Phone', address: 'Address', closedOn: 'Closed on', formerNames: 'Former names',
  },
  union: {
    form: 'Form', name: 'Name', foundedOn: 'Founded', dissolvedOn: 'Dissolved', members: 'Members', chair: 'Chair', congress: "Workers' congress", disclosure: 'Open management',
    none: 'No union record', noneHint: 'The union table has no row for this employer.',
  },
  agreementSpan: '{from} to {to}',
  certification: {
    filedOn: 'Applied', selfScore: 'Own score', participants: 'Assessment group', participantsText: '{all} people: {union} of the union, {workers} of the workers',
    internalNoticeOn: 'Internal notice', reviewScore: 'Review score', notice: 'Public notice', noticeChannels: 'Channels', objections: 'Objections', certifiedOn: 'Certified',
    grade: 'Grade', certificateNo: 'Certificate', validTo: 'Valid to', revokedOn: 'Revoked', revocationReason: 'Reason',
    path: 'The way to the title', open: 'open', lacking: 'Missing: {what}', complete: 'All conditions are met', none: 'No application', noneHint: 'The register has no application of this employer.',
  },
  dispute: {
    caseNo: 'Case', filedOn: 'Filed', cause: 'Cause', applicants: 'People', amount: 'Amount (yuan)', channel: 'Mediated by', outcome: 'Outcome', days: 'Time taken',
    open: 'open for {days} days', overdue: 'overdue · {days} days', dayCount: '{days} days', none: 'No disputes', noneHint: 'The register has no case against this employer.', more: '{count} cases, the newest {shown} shown',
  },
  contract: {
    since: 'from {from}', contractNo: 'Contract', worker: 'Worker', kind: 'Kind', signedOn: 'Signed', term: 'Term', status: 'Status', verification: 'Signatures',
    note: '{inForce} in force ({staff} staff); {electronic} electronic, {verified} verified', none: 'No labour contracts', noneHint: 'The library has no contract of this employer.',
  },
  filing: { note: 'In force since {day}', earlier: 'Earlier filings', none: 'No filing in force', noneHint: 'The HR bureau has no filing in force of this employer.' },
  signing: { none: 'No e-signatures', noneHint: 'The platform has no signature of this employer.' },
  inspection: {
    grade: 'Integrity {grade}', correction: 'Correction', corrected: 'done {day}', due: 'by {day}', late: 'overdue · was due {day}', none: 'No inspections', noneHint: 'The register has no inspection of this employer.',
  },
  timeline: { ahead: 'Still to come', count: '{count} events', more: 'Earlier events', none: 'Nothing to tell yet', noneHint: 'Founding, union, certification, contracts, filings, disputes and inspections will stand here.' },
  paper: { place: '({file}, row {row})', newest: '{count} in all, the newest {shown} shown.', older: 'Earlier events are not listed; the page’s own print button prints all.' },
  quality: { text: 'Disagreement', left: 'One side', right: 'The other side', nextStep: 'Next step', note: '{count} disagreements', says: '{form}: {says} {place}', place: '({file}, row {row})' },
  missing: 'No such employer',
  missingHint: 'The code may be mistyped, or it is outside what you may see.',
  back: 'Back to the list',
}; // prettier-ignore
