import type { Message } from '../../kernel/errors.ts';

/** What a row of form A must show before its certification counts, named so that "lacking: …" reads well. */
export const certificationConditions = {
  REPRESENTATION: { zh: '三分之二以上的工会和职工代表', en: 'two thirds of union and worker representatives' },
  INTERNAL_NOTICE: { zh: '厂内公示日期', en: 'date of the notice inside the plant' },
  PUBLIC_NOTICE: { zh: '公示起止日期', en: 'first and last day of the public notice' },
  NOTICE_BEFORE_TITLE: { zh: '认定前公示期满', en: 'end of the public notice before the title' },
  ONLINE_CHANNEL: { zh: '线上公示渠道', en: 'an online channel of notice' },
  OFFLINE_CHANNEL: { zh: '线下公示渠道', en: 'an offline channel of notice' },
  OBJECTIONS: { zh: '异议了结', en: 'settlement of the objections' },
} as const satisfies Record<string, Message>; // prettier-ignore
export type CertificationCondition = keyof typeof certificationConditions;

/** How many of those who assess themselves must represent the union or the workers: two thirds. */
export const leastRepresentatives = (participants: number): number => Math.ceil((2 * participants) / 3);

/** All that stands between an employer and the title: an application, the conditions of its row, the title itself. */
export const certificationNeeds = {
  APPLICATION: { zh: '申报', en: 'an application' },
  ...certificationConditions,
  TITLE: { zh: '领导小组认定', en: "the leading group's title" },
} as const satisfies Record<string, Message>;
export type CertificationNeed = keyof typeof certificationNeeds;

/** Where an application stands on a day, read from its dates and never from its stated status. */
export const certificationStages = {
  NONE: { zh: '未申报', en: 'Not applied' },
  FILED: { zh: '已申报', en: 'Applied' },
  SCORED: { zh: '已审核', en: 'Reviewed' },
  NOTICE: { zh: '已公示', en: 'On public notice' },
  CLAIMED: { zh: '条件不全', en: 'Conditions missing' },
  CERTIFIED: { zh: '已认定', en: 'Certified' },
  EXPIRED: { zh: '已过期', en: 'Expired' },
  REVOKED: { zh: '已撤销', en: 'Revoked' },
} as const satisfies Record<string, Message>;
export type CertificationStage = keyof typeof certificationStages;
