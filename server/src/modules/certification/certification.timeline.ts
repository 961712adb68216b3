import { defineTimeline } from '../../read/timeline/define-timeline.ts';
import { lastValidDay } from './certification.rules.ts';

const score = (value: string | null | undefined): { zh: string; en: string } =>
  value ? { zh: `，得分 ${value}`, en: `, score ${value}` } : { zh: '', en: '' };

/** The course of an employer's applications for the title. */
export const certificationTimeline = defineTimeline({
  type: 'Certification',
  table: 'certification',
  enterprise: 'enterprise_id',
  needs: 'certification.read',
  events: [
    {
      kind: 'CERTIFICATION_FILED',
      day: 'filed_on',
      params: ['self_score'],
      tell: self => ({
        zh: `申报和谐企业${self ? `，自评得分 ${self}` : ''}`,
        en: `Applied for the title${self ? `, self-assessment ${self}` : ''}`,
      }),
    },
    {
      kind: 'CERTIFICATION_INTERNAL_NOTICE',
      day: 'internal_notice_on',
      params: [],
      tell: () => ({ zh: '申报材料厂内公示', en: 'The application was made known inside the plant' }),
    },
    {
      kind: 'CERTIFICATION_NOTICE',
      day: 'notice_from',
      params: ['notice_to', 'review_score'],
      tell: (to, review) => ({
        zh: `开始公示${to ? `，至 ${to}` : ''}${score(review).zh}`,
        en: `Public notice${to ? ` until ${to}` : ''}${score(review).en}`,
      }),
    },
    {
      kind: 'CERTIFIED',
      day: 'certified_on',
      where: 'qualified',
      params: ['grade', 'certificate_no'],
      tell: (grade, certificate) => ({
        zh: `认定为和谐企业${grade ? `（${grade}）` : ''}${certificate ? `，证书 ${certificate}` : ''}`,
        en: `Certified as harmonious${grade ? ` (${grade})` : ''}${certificate ? `, certificate ${certificate}` : ''}`,
      }),
    },
    {
      kind: 'CERTIFICATION_CLAIMED',
      day: 'certified_on',
      where: 'not qualified',
      params: [],
      tell: () => ({
        zh: '台账载明认定，但条件不全，未计入认定',
        en: 'The ledger claims the title, but conditions are missing: it does not count',
      }),
    },
    {
      kind: 'CERTIFICATION_ENDS',
      day: lastValidDay('certification', '{term}'),
      where: 'qualified and revoked_on is null',
      params: [],
      tell: () => ({ zh: '认定有效期的最后一日', en: 'Last day of the title' }),
    },
    {
      kind: 'CERTIFICATION_REVOKED',
      day: 'revoked_on',
      params: ['revocation_reason'],
      tell: reason => ({
        zh: reason ? `撤销认定：${reason}` : '撤销认定',
        en: reason ? `Title revoked: ${reason}` : 'Title revoked',
      }),
    },
  ],
});
