import { documents, owners } from '../../metrics/define-document.ts';
import {
  defineMetric,
  inForce,
  ofEmployers,
  type Shortfall,
  type Target,
} from '../../metrics/define-metric.ts';
import { notActive } from '../enterprise/index.ts';
import { candidateFacts, fewestNeeds } from './candidate-needs.ts';
import { certificationConditions } from './certification.codes.ts';

const common = {
  kind: 'STOCK',
  needs: ['E', 'A'],
  owner: owners.office,
  document: documents.plan,
  rows: 'certification.read',
  absent: [notActive],
} as const;

const certified = inForce('rm_certified_employer');
const active = inForce('rm_active_employer');

/** Why an employer is not certified. */
const notCertified: Shortfall = {
  from: 'rm_certification_stage',
  held: true,
  code: 'x.stage',
  notes: { sql: 'x.lacking', texts: certificationConditions },
  texts: {
    NONE: { zh: '尚未申报', en: 'Has not applied' },
    FILED: { zh: '已申报，尚未审核', en: 'Has applied, not yet reviewed' },
    SCORED: { zh: '已审核，尚未公示', en: 'Reviewed, not yet on public notice' },
    NOTICE: { zh: '已公示，尚未认定', en: 'On public notice, not yet certified' },
    CLAIMED: {
      zh: '台账填有认定日期，但认定条件不全，不计为已认定；未满足：{notes}',
      en: 'A certification is stated, but its conditions are not met: {notes}',
    },
    EXPIRED: { zh: '认定已过有效期', en: 'The certification has expired' },
    REVOKED: { zh: '认定已被撤销', en: 'The certification was revoked' },
  },
};

/** The same, with whoever lacks least first where a gap is to be closed. */
const nearestFirst: Shortfall = {
  ...notCertified,
  from: 'rm_certification_candidate',
  order: fewestNeeds,
  facts: candidateFacts,
};

/** The plan's own path: nothing certified on its day, nine in ten by the end of its year. */
const path: Target = {
  path: [
    { day: '2022-06-17', micros: 0 },
    { day: '2022-12-31', micros: 900_000 },
  ],
};

export const certificationRate = defineMetric({
  ...common,
  key: 'certification.rate',
  name: { zh: '和谐企业认定率', en: 'Certified employers' },
  unit: 'RATIO',
  better: 'HIGHER',
  target: path,
  dimensions: ofEmployers,
  definition: {
    zh: '当日认定有效的在营用人单位占全部在营用人单位的比例。认定须满足全部条件，有效期至当日为最后一日，撤销自当日起生效；一户有多项认定的只计一次。',
    en: 'Share of active employers with a certification in force on the day: all conditions met, valid through its last day, a revocation ending its own row from its own day; an employer counts once.',
  },
  numerator: {
    zh: '认定日期 ≤ 当日 ≤ 有效期至、当日及以前未撤销、条件齐全的用人单位数',
    en: 'Employers certified on or before the day, still valid, not revoked on or before it, all conditions met',
  },
  denominator: { zh: '在营用人单位数', en: 'Active employers' },
  missing: notCertified,
  counts: { numerator: [certified], denominator: [active] },
});

export const certificationGap = defineMetric({
  ...common,
  key: 'certification.gap',
  name: { zh: '距目标差额', en: 'Employers missing to the target' },
  unit: 'COUNT',
  better: 'LOWER',
  target: { value: 0 },
  dimensions: ofEmployers,
  gapTo: { key: 'certification.rate', target: path },
  missing: nearestFirst,
  definition: {
    zh: '达到当日认定率目标还差多少户：目标 × 在营用人单位数向上取整，减去已认定户数，最小为零。',
    en: 'How many more employers must be certified to reach the target of the day: target × employers rounded up, less those certified, never below zero. Cuts do not add up.',
  },
  numerator: {
    zh: 'max(0, ⌈当日目标 × 用人单位数⌉ − 已认定户数)',
    en: 'max(0, ⌈target of the day × employers⌉ − certified employers)',
  },
  denominator: null,
  counts: { numerator: [certified], denominator: [active] },
});

export const certificationStages = defineMetric({
  ...common,
  key: 'certification.stage',
  name: { zh: '认定进度漏斗', en: 'Stages of certification' },
  unit: 'COUNT',
  better: 'NEUTRAL',
  target: null,
  dimensions: [...ofEmployers, 'STAGE'],
  absent: [
    notActive,
    {
      from: 'rm_certification_stage',
      held: true,
      code: 'x.stage',
      notes: { sql: 'x.lacking', texts: certificationConditions },
      texts: { ...notCertified.texts, CERTIFIED: { zh: '已认定', en: 'Is certified' } },
    },
  ],
  definition: {
    zh: '在营用人单位按其最近一次申报所处阶段计数；阶段按日期判定，不采用台账“状态”栏；没有申报的为“未申报”。',
    en: 'Active employers by the stage of their newest application, read from its dates and not from the stated status; without an application: none.',
  },
  numerator: { zh: '用人单位数', en: 'Employers' },
  denominator: null,
  counts: { numerator: [inForce('rm_certification_stage')] },
});

export const certificationExpiring = defineMetric({
  ...common,
  key: 'certification.expiring',
  name: { zh: '即将到期', en: 'Certifications ending within 90 days' },
  unit: 'COUNT',
  better: 'NEUTRAL',
  target: null,
  dimensions: ofEmployers,
  definition: {
    zh: '当日有效、有效期至在其后 90 日以内（含）的认定数。',
    en: 'Certifications in force on the day whose last day of validity is at most 90 days later.',
  },
  numerator: {
    zh: '有效期至 ≤ 当日 + 90 日的有效认定数',
    en: 'Certifications in force that end by the day + 90',
  },
  denominator: null,
  counts: { numerator: [inForce('rm_certification_expiring')] },
});
