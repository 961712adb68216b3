import { inForce } from '../../metrics/define-metric.ts';
import { defineExpiry } from '../../metrics/expiries/define-expiry.ts';

/** Labour contracts by the month of their last day. */
export const contractExpiry = defineExpiry({
  kind: 'CONTRACT',
  metric: 'contract.expiring',
  inForce: inForce('rm_contract_in_force'),
  lastDay: 'ends_on',
  definition: {
    zh: '在营用人单位当日有效的劳动合同，按终止日期所在月份计数；终止日期为有效期最后一日，无固定期限的不计入任何月份。',
    en: 'Labour contracts in force on the day at active employers, by the month of their last day in force; open-ended ones stand in no month.',
  },
});
