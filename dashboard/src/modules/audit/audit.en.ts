import type { SameKeys } from '../../ui/messages.ts';
import type { auditZh } from './audit.zh.ts';

export const auditEn: SameKeys<typeof auditZh> = {
  menu: 'Audit',
  title: 'Audit trail',
  intro: 'Who did what, when, in which office, to what, and how it ended. Entries are only ever added; reading them is entered too.',
  filter: {
    who: 'Who', whoWords: 'by', anyone: 'anybody', act: 'Act', anyAct: 'any act', object: 'Object', objectWords: 'on', anyObject: 'anything, such as Person:12',
    outcome: 'Outcome', anyOutcome: 'any outcome', from: 'from', to: 'to', anyDay: 'any day', subject: 'Whose personal values', subjectWords: 'about', anySubject: 'anybody, such as Contract:12', session: 'during session {id}', clear: 'Clear',
  },
  none: 'No entry fits these conditions',
  noneHint: 'Loosen the conditions: leave out who, or take a longer period.',
  column: { at: 'When', who: 'Who', act: 'Act', object: 'Object', outcome: 'Outcome' },
  outcome: { DONE: 'Done', REFUSED: 'Refused', FAILED: 'Failed' },
  actor: { hub: 'The system', cli: 'A command on the server', anonymous: 'Nobody signed in', token: 'Program' },
  kind: {
    Person: 'Person', AccessToken: 'Token', RoleAssignment: 'Term', Import: 'Import', Session: 'Session', Setting: 'Setting', AuditTrail: 'Audit trail', HeaderMapping: 'Column name',
    Enterprise: 'Employer', Union: 'Union', Contract: 'Contract', Filing: 'Filing', Signing: 'Signing', Certification: 'Certification', Dispute: 'Dispute', Inspection: 'Inspection', Identity: 'Government account', Match: 'Name match', Void: 'Void',
    List: 'List', Database: 'Database',
  },
  object: '{kind} {id}',
  fact: {
    seq: 'Number', at: 'When', who: 'Who', onBehalfOf: 'In the office of', address: 'Address', session: 'Session', act: 'Act', object: 'Object', purpose: 'Why', outcome: 'Outcome', code: 'Refused because', before: 'Digest before', after: 'Digest after', subjects: 'Personal values of', sealed: 'Seal',
  },
  sealed: { yes: 'Sealed', no: 'To be sealed within a second or so' },
  digestHint: 'Equal digests mean equal contents; a digest does not tell what they are.',
  sameSession: 'Everything of this session',
  with: { PASSWORD: 'Password', SINGLE_SIGN_ON: 'Government account', SECOND_FACTOR: 'Code', TOTP: 'Code', RECOVERY_CODE: 'Recovery code' },
  detail: {
    form: 'Form', column: 'Column', overlapHours: 'Overlap (hours)', expiresOn: 'Good until', sessionsEnded: 'Sessions ended', role: 'Role', person: 'Person', to: 'Successor', on: 'Day', successor: 'Successor’s term', ended: 'Sessions ended',
    by: 'Asked by', with: 'By', incident: 'Incident', origin: 'Origin', username: 'Account', count: 'Rows', fields: 'Fields', language: 'Language', voided: 'Void', uscc: 'Credit code', attached: 'Rows attached', assignment: 'Term',
    field: 'Value', purpose: 'Purpose', caseNo: 'Case', name: 'Name', town: 'Town', rows: 'Rows', part: 'Part', personal: 'Personal values', endsOn: 'Last day', startsOn: 'First day', format: 'Format', list: 'List',
  },
  verify: {
    open: 'Verify that nothing was changed',
    running: 'Checking every entry…',
    intact: 'The trail is intact: nothing was changed, removed or put in.',
    checked: '{entries} entries, {seals} seals and {anchors} anchors outside the database were checked, up to {at}, in {seconds} s.',
    checkedNone: 'Nothing has been sealed yet; new entries are sealed within a second or so.',
    pending: '{count} more have just been written and wait for their seal.',
    purged: 'Entries before {at} were purged when their years were over.',
    broken: 'The trail was touched: {count} faults were found.',
    first: 'The first is at entry {seq}: {message}',
    firstFile: 'The first is in the anchor file outside the database: {message}',
    todo: 'Leave everything as it is: do not restart or restore the database. Tell the office of the leading group and the security officer at once.',
  },
}; // prettier-ignore
