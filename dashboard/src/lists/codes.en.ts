import type { SameKeys } from '../ui/messages.ts';
import type { codesZh } from './codes.zh.ts';

export const codesEn: SameKeys<typeof codesZh> = {
  yes: { YES: 'Yes', NO: 'No' },
  status: { ACTIVE: 'Active', SUSPENDED: 'Suspended', CLOSED: 'Closed' },
  stage: {
    NONE: 'Not applied', FILED: 'Applied', SCORED: 'Reviewed', NOTICE: 'Public notice has begun', CLAIMED: 'Title claimed, conditions not met', CERTIFIED: 'Certified', EXPIRED: 'Expired', REVOKED: 'Revoked',
  },
  condition: {
    REPRESENTATION: 'two-thirds representation', INTERNAL_NOTICE: 'internal notice', PUBLIC_NOTICE: 'dates of the public notice', NOTICE_BEFORE_TITLE: 'notice ended before the title',
    ONLINE_CHANNEL: 'online notice', OFFLINE_CHANNEL: 'offline notice', OBJECTIONS: 'open objections',
  },
  unionForm: { OWN: 'Own union', JOINT: 'Joint union', REGIONAL: 'Regional or sector', NONE: 'No union' },
  agreement: { COLLECTIVE: 'Collective contract', WAGE: 'Wage agreement', WOMEN: "Women workers' agreement" },
  channel: { UNION: 'Enterprise union', HRSS: 'HR Bureau', COURT: 'Court' },
  outcome: { SETTLED: 'Settled', FAILED: 'Mediation failed', WITHDRAWN: 'Withdrawn', TO_ARBITRATION: 'Referred to arbitration', TO_COURT: 'Referred to litigation', NOT_ACCEPTED: 'Not accepted' },
  performance: { DONE: 'Performed', PARTIAL: 'Partly performed', NONE: 'Not performed' },
  progress: { OPEN: 'Open', OVERDUE: 'Open past the limit', CLOSED: 'Closed' },
  contractKind: { FIXED: 'Fixed term', OPEN_ENDED: 'Open-ended', TASK_BASED: 'Task-based' },
  contractStatus: { UPCOMING: 'Not begun', IN_FORCE: 'In force', EXPIRED: 'Expired', TERMINATED: 'Terminated' },
  signedAs: { ELECTRONIC: 'Electronic', PAPER: 'Paper' },
  platform: { LEQIAN: 'Leqian', GX_PROVINCIAL: 'Provincial platform', ENTERPRISE: "Employer's own" },
  verification: { NOT_ELECTRONIC: 'On paper', UNSIGNED: 'No signature on record', ONE_PARTY: 'One party only', DIGESTS_DIFFER: 'Digests differ', VERIFIED: 'Both signed' },
  filingKind: { FIRST: 'First', CHANGE: 'Change', ANNUAL: 'Annual', CANCEL: 'Cancellation' },
  inForce: { YES: 'In force', NO: 'Superseded' },
  party: { EMPLOYER: 'Employer', WORKER: 'Worker' },
  inspectionSource: { PATROL: 'Patrol', COMPLAINT: 'Complaint or report', WRITTEN_REVIEW: 'Written review', CAMPAIGN: 'Campaign' },
  inspectionMode: { ONLINE: 'Online', OFFLINE: 'On site' },
  integrity: { A: 'Grade A', B: 'Grade B', C: 'Grade C' },
  correction: { OVERDUE: 'correction overdue', DONE: 'corrected' },
  violation: { YES: 'Violation found', NO: 'No violation' },
}; // prettier-ignore
