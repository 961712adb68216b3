import { documents, owners } from '../../metrics/define-document.ts';
import { defineMetric } from '../../metrics/define-metric.ts';

export const meetingCount = defineMetric({
  key: 'meeting.count',
  name: { zh: '三方/协调会议数', en: 'Coordination and tripartite meetings' },
  kind: 'FLOW',
  unit: 'COUNT',
  better: 'HIGHER',
  target: { value: 2 },
  needs: [],
  dimensions: [],
  awaits: { zh: '会议管理尚未启用', en: 'Meetings are not kept in the hub yet' },
  definition: {
    zh: '期内实际召开的工作协调会和三方会议数，不含已取消的和领导小组会议；会议管理启用以前没有数值。目标为每年不少于 2 次。',
    en: 'Coordination and tripartite meetings that took place in the period, without cancelled ones and those of the leading group; without a value until meetings are kept in the hub. At least two a year are aimed at.',
  },
  numerator: { zh: '期内召开的会议数', en: 'Meetings held in the period' },
  denominator: null,
  owner: owners.office,
  document: documents.plan,
  rows: 'enterprise.read',
  counts: { numerator: [] },
});
