import { inForce } from '../../metrics/define-metric.ts';
import { defineExpiry } from '../../metrics/expiries/define-expiry.ts';

/** Certifications by the month of their last day of validity. */
export const certificationExpiry = defineExpiry({
  kind: 'CERTIFICATION',
  metric: 'certification.expiring',
  inForce: inForce('rm_certification_in_force'),
  lastDay: 'valid_to',
  definition: {
    zh: '在营用人单位当日有效的认定，按有效期至所在月份计数；有效期至为有效期最后一日，一户有多项认定的分别计数。',
    en: 'Certifications in force on the day at active employers, by the month of their last day of validity; several of one employer count one by one.',
  },
});
