import { documents, owners } from '../../metrics/define-document.ts';
import { defineMetric, inForce, ofEmployers, type Shortfall } from '../../metrics/define-metric.ts';
import { filingAges } from './contract.codes.ts';
import { employsNobody, notActive } from '../enterprise/index.ts';

const common = {
  kind: 'STOCK',
  unit: 'RATIO',
  better: 'HIGHER',
  needs: ['E', 'F'],
  dimensions: ofEmployers,
  owner: owners.hrss,
  document: documents.filing,
  rows: 'filing.read',
  absent: [notActive],
} as const;

const withoutFiling = {
  NONE: { zh: '没有备案', en: 'Has never filed' },
  CANCELLED: { zh: '备案已于 {day} 注销', en: 'The filing was cancelled on {day}' },
} as const;
/** Why an employer has no filing in force; `otherwise` is what lacks where it has one. */
const notFiled = (otherwise: string): Shortfall => ({
  from: 'rm_filing',
  held: true,
  code: `case when x.kind is null then 'NONE' when x.kind = 'CANCEL' then 'CANCELLED' else ${otherwise} end`,
  day: 'x.starts',
  texts: withoutFiling,
});

export const filingCoverage = defineMetric({
  ...common,
  key: 'filing.coverage',
  name: { zh: '一户一册备案率', en: 'Labour-use filing' },
  target: { value: 0.95 },
  definition: {
    zh: '当日有效备案在 365 日以内的在营用人单位占全部在营用人单位的比例；最近一次为注销备案的不计。',
    en: 'Share of active employers whose filing in force is at most 365 days old on the day; where the newest cancels, none is in force.',
  },
  numerator: {
    zh: '当日 − 备案日期 ≤ 365 日的用人单位数',
    en: 'Employers with a filing in force of the last 365 days',
  },
  denominator: { zh: '在营用人单位数', en: 'Active employers' },
  missing: {
    ...notFiled(`'OLD'`),
    texts: {
      ...withoutFiling,
      OLD: { zh: '最近备案为 {day}，已超过 365 日', en: 'Filed last on {day}, more than 365 days ago' },
    },
  },
  counts: { numerator: [inForce('rm_current_filing')], denominator: [inForce('rm_active_employer')] },
});

export const filingFreshness = defineMetric({
  ...common,
  key: 'filing.freshness',
  name: { zh: '备案新旧分布', en: 'Filings by age' },
  unit: 'COUNT',
  better: 'NEUTRAL',
  target: null,
  dimensions: [...ofEmployers, 'FRESHNESS'],
  absent: [
    notActive,
    {
      from: 'rm_filing_freshness',
      held: true,
      code: 'x.freshness',
      texts: Object.fromEntries(
        Object.entries(filingAges).map(([code, { zh, en }]) => [
          code,
          code === 'NONE' ? { zh, en } : { zh: `备案已有${zh}`, en: `Its filing is of: ${en.toLowerCase()}` },
        ]),
      ),
    },
  ],
  definition: {
    zh: '在营用人单位按当日有效备案距备案日期的天数分组计数；没有备案或最近一次为注销备案的，计入“没有有效备案”。',
    en: 'Active employers by the days since their filing in force was made; those that never filed or whose newest filing cancels have none.',
  },
  numerator: { zh: '在营用人单位数', en: 'Active employers' },
  denominator: null,
  counts: { numerator: [inForce('rm_filing_freshness')] },
});

export const filingInsured = defineMetric({
  ...common,
  key: 'filing.insured',
  name: { zh: '参保率', en: 'Insured staff' },
  target: { value: 0.95 },
  absent: [notActive, notFiled('null'), employsNobody],
  definition: {
    zh: '备案有效的在营用人单位用工人数中，参加社会保险的比例；每户参保人数以用工人数为上限。',
    en: "Insured persons as a share of the headcount of active employers with a filing in force; each employer's are capped at its headcount.",
  },
  numerator: {
    zh: '有效备案的参保人数（每户不超过用工人数）',
    en: 'Insured persons of the filing in force, capped at each headcount',
  },
  denominator: {
    zh: '备案有效的在营用人单位用工人数',
    en: 'Headcount of active employers with a filing in force',
  },
  missing: {
    code: `'SOME'`,
    texts: {
      SOME: {
        zh: '备案用工 {d} 人，参保 {n} 人，缺 {lack} 人',
        en: 'Employs {d} by its filing; {n} are insured, {lack} are not',
      },
    },
  },
  counts: {
    numerator: [inForce('rm_filed_employer', { amount: 'least(x.insured, x.workers)' })],
    denominator: [inForce('rm_filed_employer', { amount: 'x.workers' })],
  },
});
