import { documents, owners } from '../../metrics/define-document.ts';
import { defineMetric, happened, inForce, ofEmployers } from '../../metrics/define-metric.ts';
import { notActive } from '../enterprise/index.ts';

const common = {
  kind: 'FLOW',
  unit: 'COUNT',
  better: 'NEUTRAL',
  target: null,
  needs: ['E', 'I'],
  dimensions: [...ofEmployers, 'SUBJECT', 'SOURCE'],
  denominator: null,
  owner: owners.hrss,
  document: documents.inspection,
  rows: 'inspection.read',
} as const;

const cases = 'rm_inspection';
const checked = happened(cases, 'checked_on');

export const inspectionChecks = defineMetric({
  ...common,
  key: 'inspection.checks',
  name: { zh: '监察检查数', en: 'Inspections' },
  definition: {
    zh: '期内的劳动保障监察检查数，不论用人单位是否在营。',
    en: 'Labour security inspections in the period, at any employer, active or not.',
  },
  numerator: { zh: '检查日期在期内的案件数', en: 'Inspections in the period' },
  counts: { numerator: [checked] },
});

export const inspectionViolation = defineMetric({
  ...common,
  key: 'inspection.violation',
  name: { zh: '违法率', en: 'Violations found' },
  unit: 'RATIO',
  better: 'LOWER',
  definition: {
    zh: '期内的检查中，被责令改正或立案的比例。',
    en: 'Share of the inspections in the period that led to an order to correct or to a filed case.',
  },
  numerator: {
    zh: '其中有责令改正日期、立案日期或已立案的案件数',
    en: 'Those with an order to correct, a filing day, or stated as filed',
  },
  denominator: { zh: '检查日期在期内的案件数', en: 'Inspections in the period' },
  missing: {
    code: `'NONE'`,
    texts: { NONE: { zh: '未责令改正，也未立案', en: 'Neither an order to correct nor a filed case' } },
  },
  counts: {
    numerator: [happened(cases, 'checked_on', { where: 'x.violation' })],
    denominator: [checked],
  },
});

export const inspectionCorrected = defineMetric({
  ...common,
  key: 'inspection.corrected',
  name: { zh: '按期整改率', en: 'Corrected in time' },
  unit: 'RATIO',
  better: 'HIGHER',
  target: { value: 0.95 },
  definition: {
    zh: '整改期限在期内的案件中，按期（含当日）完成整改的比例。',
    en: 'Share of the corrections due in the period that were done on or before their limit.',
  },
  numerator: {
    zh: '其中整改完成日期 ≤ 整改期限的案件数',
    en: 'Those corrected on or before their limit',
  },
  denominator: { zh: '整改期限在期内的案件数', en: 'Corrections due in the period' },
  missing: {
    from: cases,
    code: `case when x.corrected_on is null then 'OPEN' else 'LATE' end`,
    day: 'coalesce(x.corrected_on, x.correction_due_on)',
    texts: {
      OPEN: { zh: '期限 {day}，没有整改完成日期', en: 'Due on {day}, no day of correction stated' },
      LATE: { zh: '超期，于 {day} 才完成整改', en: 'Late: corrected only on {day}' },
    },
  },
  counts: {
    numerator: [happened(cases, 'correction_due_on', { where: 'x.corrected_on <= x.correction_due_on' })],
    denominator: [happened(cases, 'correction_due_on')],
  },
});

export const inspectionSummons = defineMetric({
  ...common,
  key: 'inspection.summons',
  name: { zh: '约谈数', en: 'Summonses' },
  definition: {
    zh: '期内约谈用人单位的次数。',
    en: 'Summonses of employers in the period.',
  },
  numerator: { zh: '约谈日期在期内的案件数', en: 'Cases with a summons in the period' },
  counts: { numerator: [happened(cases, 'summons_on')] },
});

export const inspectionGrade = defineMetric({
  ...common,
  key: 'inspection.grade',
  name: { zh: '守法诚信等级', en: 'Compliance grades' },
  kind: 'STOCK',
  dimensions: [...ofEmployers, 'GRADE'],
  absent: [
    notActive,
    {
      from: 'rm_inspection_grade',
      held: true,
      code: `coalesce(x.grade, 'NONE')`,
      texts: {
        NONE: { zh: '尚未评定等级', en: 'Has no grade yet' },
        A: { zh: '等级为 A', en: 'Its grade is A' },
        B: { zh: '等级为 B', en: 'Its grade is B' },
        C: { zh: '等级为 C', en: 'Its grade is C' },
      },
    },
  ],
  document: documents.grade,
  definition: {
    zh: '在营用人单位按当日及以前最近一次评定的守法诚信等级计数；没有评定的不计。',
    en: 'Active employers by their newest compliance grade on or before the day; those without one are not counted.',
  },
  numerator: { zh: '有等级的在营用人单位数', en: 'Active employers that have a grade' },
  counts: { numerator: [inForce('rm_inspection_grade')] },
});
