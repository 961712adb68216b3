import type { MetricDefinition } from '../metrics/define-metric.ts';
import * as certification from '../modules/certification/certification.metrics.ts';
import * as contract from '../modules/contract/contract.metrics.ts';
import * as filing from '../modules/contract/filing.metrics.ts';
import * as results from '../modules/dispute/dispute-results.metrics.ts';
import * as dispute from '../modules/dispute/dispute.metrics.ts';
import * as harmony from '../modules/harmony/harmony.metrics.ts';
import * as inspection from '../modules/inspection/inspection.metrics.ts';
import * as meeting from '../modules/meeting/meeting.metrics.ts';
import * as union from '../modules/union/union.metrics.ts';

/** Every figure the hub can give, in the order in which the catalogue is read. */
export const metrics: readonly MetricDefinition[] = [
  certification.certificationRate,
  certification.certificationGap,
  certification.certificationStages,
  certification.certificationExpiring,
  union.unionCoverage,
  union.unionCoverage25,
  union.unionMembership,
  union.unionCollective,
  union.unionWage,
  union.unionCongress,
  union.unionDisclosure,
  contract.contractSigning,
  contract.contractElectronic,
  contract.contractVerified,
  contract.contractExpiring,
  filing.filingCoverage,
  filing.filingInsured,
  filing.filingFreshness,
  dispute.disputeFiled,
  dispute.disputeAccepted,
  dispute.disputeClosed,
  dispute.disputeArchived,
  dispute.disputeOpen,
  dispute.disputeOverdue,
  results.disputeSuccess,
  results.disputeClosing,
  results.disputeOnTime,
  results.disputeDuration,
  dispute.disputePeople,
  dispute.disputeAmount,
  dispute.disputeCollective,
  dispute.disputeRate,
  results.disputeConfirmed,
  results.disputePerformed,
  results.disputeReemployed,
  inspection.inspectionChecks,
  inspection.inspectionViolation,
  inspection.inspectionCorrected,
  inspection.inspectionSummons,
  inspection.inspectionGrade,
  dispute.incidentMajor,
  meeting.meetingCount,
  harmony.harmonyIndex,
];
