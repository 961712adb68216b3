import type { Message } from '../../kernel/errors.ts';

/** What a row of form A must show before its certification counts. */
export const certificationConditions = {
  REPRESENTATION: { zh: '工会代表和职工代表占自评参加人数三分之二以上', en: 'Union and worker representatives are two thirds of the self-assessment' },
  INTERNAL_NOTICE: { zh: '有厂内公示日期', en: 'Notice inside the plant' },
  PUBLIC_NOTICE: { zh: '有公示起止日期', en: 'First and last day of the public notice' },
  NOTICE_BEFORE_TITLE: { zh: '公示在认定前结束', en: 'The notice ended on or before the day of the title' },
  ONLINE_CHANNEL: { zh: '有线上公示渠道', en: 'A channel of notice online' },
  OFFLINE_CHANNEL: { zh: '有线下公示渠道', en: 'A channel of notice offline' },
  OBJECTIONS: { zh: '无异议', en: 'No objections' },
} as const satisfies Record<string, Message>; // prettier-ignore
export type CertificationCondition = keyof typeof certificationConditions;

/** Where an application stands on a day, read from its dates and never from its stated status. */
export const certificationStages = {
  NONE: { zh: '未申报', en: 'Not applied' },
  FILED: { zh: '已申报', en: 'Applied' },
  SCORED: { zh: '已审核', en: 'Reviewed' },
  NOTICE: { zh: '已公示', en: 'Public notice has begun' },
  CLAIMED: { zh: '条件不全', en: 'Title claimed, conditions not met' },
  CERTIFIED: { zh: '已认定', en: 'Certified' },
  EXPIRED: { zh: '已过期', en: 'Expired' },
  REVOKED: { zh: '已撤销', en: 'Revoked' },
} as const satisfies Record<string, Message>;
export type CertificationStage = keyof typeof certificationStages;
