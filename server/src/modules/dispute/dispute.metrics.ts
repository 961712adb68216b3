import { documents, owners } from '../../metrics/define-document.ts';
import { defineMetric, happened, inForce, ofEmployers } from '../../metrics/define-metric.ts';
import { employsNobody, notActive } from '../enterprise/index.ts';

const common = {
  kind: 'FLOW',
  unit: 'COUNT',
  better: 'NEUTRAL',
  target: null,
  needs: ['E', 'D'],
  dimensions: [...ofEmployers, 'CAUSE', 'CHANNEL', 'OUTCOME'],
  denominator: null,
  owner: owners.hrss,
  document: documents.mediation,
  rows: 'dispute.read',
} as const;

const cases = 'rm_dispute_case';
const filed = { zh: '申请日期在期内的案件数', en: 'Cases filed in the period' };

export const disputeFiled = defineMetric({
  ...common,
  key: 'dispute.filed',
  name: { zh: '争议申请数', en: 'Disputes filed' },
  definition: {
    zh: '期内申请调解的案件数，不论用人单位是否在营。',
    en: 'Cases filed in the period, at any employer, active or not.',
  },
  numerator: filed,
  counts: { numerator: [happened(cases, 'filed_on')] },
});

export const disputeAccepted = defineMetric({
  ...common,
  key: 'dispute.accepted',
  name: { zh: '争议受理数', en: 'Disputes accepted' },
  definition: { zh: '期内受理的案件数。', en: 'Cases accepted in the period.' },
  numerator: { zh: '受理日期在期内的案件数', en: 'Cases accepted in the period' },
  counts: { numerator: [happened(cases, 'accepted_on')] },
});

export const disputeClosed = defineMetric({
  ...common,
  key: 'dispute.closed',
  name: { zh: '争议结案数', en: 'Disputes closed' },
  definition: {
    zh: '期内结案的案件数；只有结案日期才表示结案。',
    en: 'Cases closed in the period; only a closing date closes a case.',
  },
  dimensions: [...common.dimensions, 'DURATION', 'CONFIRMATION', 'PERFORMANCE'],
  numerator: { zh: '结案日期在期内的案件数', en: 'Cases closed in the period' },
  counts: { numerator: [happened(cases, 'closed_on')] },
});

export const disputeArchived = defineMetric({
  ...common,
  key: 'dispute.archived',
  name: { zh: '争议归档数', en: 'Disputes archived' },
  definition: { zh: '期内归档的案件数。', en: 'Cases archived in the period.' },
  numerator: { zh: '归档日期在期内的案件数', en: 'Cases archived in the period' },
  counts: { numerator: [happened(cases, 'archived_on')] },
});

export const disputeOpen = defineMetric({
  ...common,
  key: 'dispute.open',
  name: { zh: '在办案件', en: 'Open disputes' },
  kind: 'STOCK',
  better: 'LOWER',
  definition: {
    zh: '当日已申请而尚未结案的案件数；结案自当日起生效。',
    en: 'Cases filed on or before the day and not closed on or before it.',
  },
  dimensions: [...common.dimensions, 'AGE'],
  numerator: { zh: '在办案件数', en: 'Open cases' },
  counts: { numerator: [inForce('rm_open_dispute')] },
});

export const disputeOverdue = defineMetric({
  ...common,
  key: 'dispute.overdue',
  name: { zh: '超期案件', en: 'Overdue disputes' },
  kind: 'STOCK',
  better: 'LOWER',
  target: { value: 0 },
  definition: {
    zh: '当日在办、距申请日期超过 15 日的案件数。',
    en: 'Cases open on the day and filed more than 15 days before it.',
  },
  numerator: {
    zh: '在办且当日 − 申请日期 > 15 日的案件数',
    en: 'Open cases with more than 15 days since filing',
  },
  dimensions: [...common.dimensions, 'AGE'],
  counts: { numerator: [inForce('rm_overdue_dispute')] },
});

export const disputePeople = defineMetric({
  ...common,
  key: 'dispute.people',
  name: { zh: '涉及人数', en: 'Persons in disputes' },
  unit: 'PERSONS',
  definition: { zh: '期内申请案件的申请人数之和。', en: 'Applicants of the cases filed in the period.' },
  numerator: { zh: '申请人数合计', en: 'Sum of applicants' },
  counts: { numerator: [happened(cases, 'filed_on', { amount: 'x.applicants' })] },
});

export const disputeAmount = defineMetric({
  ...common,
  key: 'dispute.amount',
  name: { zh: '涉案金额', en: 'Amount in dispute' },
  unit: 'YUAN',
  definition: {
    zh: '期内申请案件的涉案金额之和（元）。',
    en: 'Amount claimed in the cases filed in the period, in yuan.',
  },
  numerator: { zh: '涉案金额合计', en: 'Sum of the amounts' },
  counts: { numerator: [happened(cases, 'filed_on', { amount: 'x.amount' })] },
});

export const disputeCollective = defineMetric({
  ...common,
  key: 'dispute.collective',
  name: { zh: '集体争议', en: 'Collective disputes' },
  better: 'LOWER',
  definition: {
    zh: '期内申请、申请人 10 人及以上的案件数。',
    en: 'Cases filed in the period with ten or more applicants.',
  },
  numerator: { zh: '申请人数 ≥ 10 的案件数', en: 'Cases with ten or more applicants' },
  counts: { numerator: [happened(cases, 'filed_on', { where: 'x.applicants >= 10' })] },
});

export const incidentMajor = defineMetric({
  ...common,
  key: 'incident.major',
  name: { zh: '重大集体事件', en: 'Major collective incidents' },
  better: 'LOWER',
  target: { value: 0 },
  document: documents.plan,
  definition: {
    zh: '期内申请、申请人 30 人及以上的案件数。',
    en: 'Cases filed in the period with thirty or more applicants.',
  },
  numerator: { zh: '申请人数 ≥ 30 的案件数', en: 'Cases with thirty or more applicants' },
  counts: { numerator: [happened(cases, 'filed_on', { where: 'x.applicants >= 30' })] },
});

export const disputeRate = defineMetric({
  ...common,
  key: 'dispute.rate',
  name: { zh: '百人争议率', en: 'Disputes per 100 employees' },
  kind: 'STOCK',
  unit: 'PER_100',
  absent: [notActive, employsNobody],
  better: 'LOWER',
  dimensions: ofEmployers,
  definition: {
    zh: '截至当日一年内申请的案件数 × 100 ÷ 在营用人单位用工人数。分母口径设置对分子、分母同样适用。',
    en: 'Cases filed after the same day a year earlier and up to the day, per 100 persons employed at active employers. The denominator setting filters both sides.',
  },
  numerator: {
    zh: '一年前同日之后至当日申请的案件数',
    en: 'Cases filed after the same day a year earlier and up to the day',
  },
  denominator: { zh: '在营用人单位用工人数', en: 'Headcount of active employers' },
  counts: {
    numerator: [inForce('rm_recent_dispute')],
    denominator: [inForce('rm_employer_headcount', { amount: 'x.persons' })],
  },
});
