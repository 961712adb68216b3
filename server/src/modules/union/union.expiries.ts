import { inForce } from '../../metrics/define-metric.ts';
import { defineExpiry } from '../../metrics/expiries/define-expiry.ts';

/** Collective contracts by the month of their last day. */
export const collectiveExpiry = defineExpiry({
  kind: 'COLLECTIVE_AGREEMENT',
  metric: 'union.collective',
  inForce: inForce('rm_union_agreement', { where: `x.kind = 'COLLECTIVE'` }),
  lastDay: 'last',
  definition: {
    zh: '已建会的在营用人单位当日有效的集体合同，按终止日期所在月份计数；终止日期为有效期最后一日，无终止日期的不计入任何月份。',
    en: 'Collective contracts in force on the day at active employers with a union, by the month of their last day in force; those without an end stand in no month.',
  },
});

/** Wage agreements by the month of their last day. */
export const wageExpiry = defineExpiry({
  kind: 'WAGE_AGREEMENT',
  metric: 'union.wage',
  inForce: inForce('rm_union_agreement', { where: `x.kind = 'WAGE'` }),
  lastDay: 'last',
  definition: {
    zh: '已建会的在营用人单位当日有效的工资专项集体合同，按终止日期所在月份计数；终止日期为有效期最后一日，无终止日期的不计入任何月份。',
    en: 'Wage agreements in force on the day at active employers with a union, by the month of their last day in force; those without an end stand in no month.',
  },
});
