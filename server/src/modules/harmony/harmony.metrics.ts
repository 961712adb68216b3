import { documents, owners } from '../../metrics/define-document.ts';
import { defineMetric, ofEmployers } from '../../metrics/define-metric.ts';

export const harmonyIndex = defineMetric({
  key: 'harmony.index',
  name: { zh: '和谐指数', en: 'Harmony index' },
  kind: 'STOCK',
  unit: 'INDEX',
  better: 'HIGHER',
  target: null,
  // Any of them may be missing: a part without data is left out, and named.
  needs: ['E', 'U', 'C', 'F', 'D', 'A', 'I'],
  dimensions: ofEmployers,
  definition: {
    zh: '九项指标按达到目标的程度加权计分，折算为 0 至 100；期间指标取截至当日的 12 个月；没有数据的项不计，并在结果中列明。',
    en: 'Nine figures weighed by how far each has come to its target, on a scale of 0 to 100; flows are taken over the 12 months ending at the day; parts without data are left out and named. Cuts do not add up.',
  },
  numerator: {
    zh: '100 × 得分合计 ÷ 有数据各项的权重合计；每项得分 = min(1, 数值 ÷ 目标) × 权重，重大集体事件为零得满分、否则不得分',
    en: '100 × points ÷ weights of the parts that have data; points = min(1, value ÷ target) × weight, major incidents all or nothing',
  },
  denominator: null,
  owner: owners.office,
  document: documents.plan,
  rows: 'enterprise.read',
  parts: [
    { metric: 'contract.signing', weight: 15 },
    { metric: 'dispute.success', weight: 20 },
    { metric: 'filing.insured', weight: 10 },
    { metric: 'inspection.corrected', weight: 10 },
    { metric: 'union.coverage', weight: 8 },
    { metric: 'union.collective', weight: 7 },
    { metric: 'dispute.onTime', weight: 15 },
    { metric: 'incident.major', weight: 10, allOrNothing: true },
    { metric: 'certification.rate', weight: 5 },
  ],
  counts: { numerator: [] },
});
