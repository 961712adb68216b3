import { defineTimeline } from '../../read/timeline/define-timeline.ts';
import { disputeOutcomes, type DisputeOutcome } from './dispute.codes.ts';

/** Disputes against an employer, without their parties. */
export const disputeTimeline = defineTimeline({
  type: 'Dispute',
  table: 'dispute',
  enterprise: 'enterprise_id',
  needs: 'dispute.read',
  events: [
    {
      kind: 'DISPUTE_FILED',
      day: 'filed_on',
      params: ['case_no', 'cause_text', 'applicants'],
      tell: (caseNo, cause, applicants) => ({
        zh: `${cause}争议，${applicants} 人，${caseNo}`,
        en: `Dispute ${caseNo}: ${cause}, applicants: ${applicants}`,
      }),
    },
    {
      kind: 'DISPUTE_CLOSED',
      day: 'closed_on',
      params: ['case_no', 'outcome'],
      tell: (caseNo, outcome) => {
        const word = disputeOutcomes[outcome as DisputeOutcome] ?? { zh: '结案', en: 'closed' };
        return { zh: `${word.zh}，${caseNo}`, en: `${word.en}: ${caseNo}` };
      },
    },
  ],
});
