import type { Message } from '../../kernel/errors.ts';
import { over, upTo } from '../../metrics/define-bands.ts';

/** Which mediation body handles a case. */
export const mediationChannels = {
  UNION: { zh: '企业工会', en: 'Enterprise union' },
  HRSS: { zh: '人社', en: 'HR Bureau' },
  COURT: { zh: '法院', en: 'Court' },
} as const satisfies Record<string, Message>;
export type MediationChannel = keyof typeof mediationChannels;

/** How a case was closed. */
export const disputeOutcomes = {
  SETTLED: { zh: '调解成功', en: 'Settled' },
  FAILED: { zh: '调解不成', en: 'Not settled' },
  WITHDRAWN: { zh: '撤回', en: 'Withdrawn' },
  TO_ARBITRATION: { zh: '转仲裁', en: 'To arbitration' },
  TO_COURT: { zh: '转诉讼', en: 'To court' },
  NOT_ACCEPTED: { zh: '不予受理', en: 'Not accepted' },
} as const satisfies Record<string, Message>;
export type DisputeOutcome = keyof typeof disputeOutcomes;

/** How far a settlement has been performed. */
export const performances = {
  DONE: { zh: '已履行', en: 'Performed' },
  PARTIAL: { zh: '部分履行', en: 'Partly performed' },
  NONE: { zh: '未履行', en: 'Not performed' },
} as const satisfies Record<string, Message>;
export type Performance = keyof typeof performances;

/** What becomes of a closed case that was not settled, where cases are told apart by their settlement. */
const noSettlement = { zh: '未达成协议', en: 'No settlement' } as const satisfies Message;

/** Whether a court has confirmed the settlement of a closed case. */
export const confirmations = {
  CONFIRMED: { zh: '经司法确认', en: 'Confirmed by a court' },
  UNCONFIRMED: { zh: '未经司法确认', en: 'Not confirmed' },
  NO_SETTLEMENT: noSettlement,
} as const satisfies Record<string, Message>;

/** How far the settlement of a closed case has been performed. */
export const settlementPerformances = {
  ...performances,
  NO_SETTLEMENT: noSettlement,
} as const satisfies Record<string, Message>;

/** Statutory days from application to the end of mediation (劳动争议调解仲裁法 article 14); past them a case is overdue. */
export const mediationDays = 15;

/** How long a case took from application to closing; its third band ends where the statutory days do. */
export const durationBands = [
  upTo(0, 5), upTo(6, 10), upTo(11, mediationDays), upTo(mediationDays + 1, 30), over(30),
] as const; // prettier-ignore

/** How long an open case has been waiting since its application; no band lies on both sides of the statutory days. */
export const ageBands = [
  upTo(0, 5), upTo(6, 10), upTo(11, mediationDays), upTo(mediationDays + 1, 30), upTo(31, 60), over(60),
] as const; // prettier-ignore
