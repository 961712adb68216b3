import type { SameKeys } from '../ui/messages.ts';
import type { recordsZh } from './records.zh.ts';

export const recordsEn: SameKeys<typeof recordsZh> = {
  Union: {
    form: 'Form', name: 'Name', foundedOn: 'Founded', dissolvedOn: 'Dissolved', members: 'Members', chair: 'Chair', congress: "Workers' congress", disclosure: 'Open management',
  },
  Contract: {
    contractNo: 'Contract no.', workerName: 'Worker', idNumber: 'ID number', kind: 'Kind', signedOn: 'Signed', startsOn: 'Starts', endsOn: 'Ends', terminatedOn: 'Terminated', status: 'Status', statedStatus: 'Status as stated', electronic: 'Signed as', platform: 'Platform', platformContractNo: 'Platform no.', verification: 'Signatures', digest: 'Digest', position: 'Position', wage: 'Monthly wage (yuan)',
  },
  Filing: {
    filedOn: 'Filed', kind: 'Kind', inForce: 'In force', workers: 'Workers', contracted: 'With contract', insured: 'Insured', dispatched: 'Dispatched', partTime: 'Part-time', migrant: 'Migrant workers', rulesFiled: 'Rules filed', specialHours: 'Special hours', lowestWage: 'Lowest wage (yuan)', filingNo: 'Filing no.',
  },
  Signing: {
    platformContractNo: 'Platform no.', contractNo: 'Contract no.', party: 'Party', signedAt: 'Signed at', certificateNo: 'Certificate', timestampNo: 'Timestamp', digest: 'Digest',
  },
  Certification: {
    filedOn: 'Applied', stage: 'Stage', lacking: 'Missing', selfScore: 'Own score', selfParticipants: 'Assessment group', unionRepresentatives: 'Union representatives', workerRepresentatives: 'Worker representatives', internalNoticeOn: 'Internal notice', reviewScore: 'Review score', noticeFrom: 'Notice from', noticeTo: 'Notice to', noticeChannels: 'Channels', objections: 'Objections', certifiedOn: 'Certified', grade: 'Grade', certificateNo: 'Certificate', validTo: 'Valid to', revokedOn: 'Revoked', revocationReason: 'Reason',
  },
  Inspection: {
    caseNo: 'Case', source: 'Source', mode: 'Mode', checkedOn: 'Checked', subject: 'Subject', people: 'People', amount: 'Amount (yuan)', filed: 'Case opened', filedOn: 'Opened on', correctionOrderedOn: 'Correction ordered', correctionDueOn: 'Due', correctedOn: 'Corrected', closedOn: 'Closed', result: 'Result', summonsOn: 'Summoned', summonsTarget: 'Summoned person', grade: 'Integrity grade', violation: 'Violation',
  },
  Dispute: {
    caseNo: 'Case', filedOn: 'Filed', applicant: 'Applicant', applicants: 'People', migrant: 'Migrant workers', respondentName: 'Respondent', cause: 'Cause', causeText: 'Cause as written', amount: 'Amount (yuan)', channel: 'Mediated by', acceptedOn: 'Accepted', mediator: 'Mediator', closedOn: 'Closed', outcome: 'Outcome', settlementAmount: 'Settled (yuan)', confirmed: 'Confirmed by court', confirmedOn: 'Confirmed on', performance: 'Performance', archivedOn: 'Archived', jobLost: 'Job lost', referredOn: 'Referred', reemployedOn: 'Re-employed', overdue: 'Past the limit', daysOpen: 'Days taken',
  },
}; // prettier-ignore
