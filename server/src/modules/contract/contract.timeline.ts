import { defineTimeline } from '../../read/timeline/define-timeline.ts';

/** Labour contracts by the month of their signing and of their termination: an employer may have thousands. */
export const contractTimeline = defineTimeline({
  type: null,
  table: 'contract',
  enterprise: 'enterprise_id',
  needs: 'contract.read',
  events: [
    {
      kind: 'CONTRACTS_SIGNED',
      day: 'signed_on',
      monthly: true,
      params: [],
      tell: count => ({
        zh: `本月签订劳动合同 ${count} 份`,
        en: `${count} labour contracts signed this month`,
      }),
    },
    {
      kind: 'CONTRACTS_ENDED',
      day: 'terminated_on',
      monthly: true,
      params: [],
      tell: count => ({
        zh: `本月解除劳动合同 ${count} 份`,
        en: `${count} labour contracts terminated this month`,
      }),
    },
  ],
});

/** Electronic signatures by month, as the signing platform recorded them. */
export const signingTimeline = defineTimeline({
  type: null,
  table: 'signing',
  enterprise: 'enterprise_id',
  needs: 'signing.read',
  events: [
    {
      kind: 'SIGNINGS',
      day: `(signed_at at time zone 'Asia/Shanghai')::date`,
      monthly: true,
      params: [],
      tell: count => ({ zh: `本月平台签署 ${count} 次`, en: `${count} electronic signatures this month` }),
    },
  ],
});
