import type { Message } from '../../kernel/errors.ts';
import { defineTimeline, type TimelineEvent } from '../../read/timeline/define-timeline.ts';
import type { TimelineKind } from '../../read/timeline/timeline-kinds.ts';
import { disputeOutcomes, type DisputeOutcome } from './dispute.codes.ts';

/** A step of a case that its register dates and says no more of. */
const step = (kind: TimelineKind, day: string, { zh, en }: Message): TimelineEvent => ({
  kind,
  day,
  params: ['case_no'],
  tell: caseNo => ({ zh: `${zh}，${caseNo}`, en: `${en}: ${caseNo}` }),
});

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
    step('DISPUTE_ACCEPTED', 'accepted_on', { zh: '受理', en: 'Accepted' }),
    {
      kind: 'DISPUTE_CLOSED',
      day: 'closed_on',
      params: ['case_no', 'outcome'],
      tell: (caseNo, outcome) => {
        const word = disputeOutcomes[outcome as DisputeOutcome] ?? { zh: '结案', en: 'closed' };
        return { zh: `${word.zh}，${caseNo}`, en: `${word.en}: ${caseNo}` };
      },
    },
    step('DISPUTE_CONFIRMED', 'confirmed_on', { zh: '司法确认', en: 'Settlement confirmed by a court' }),
    step('DISPUTE_ARCHIVED', 'archived_on', { zh: '归档', en: 'Archived' }),
    step('REFERRED', 'referred_on', { zh: '当事人就业转介', en: 'Worker referred to employment services' }),
    step('REEMPLOYED', 'reemployed_on', { zh: '当事人再就业', en: 'Worker in work again' }),
  ],
});
