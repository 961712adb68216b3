import { documents, owners } from '../../metrics/define-document.ts';
import {
  carriedOver,
  defineMetric,
  happened,
  ofEmployers,
  type Shortfall,
} from '../../metrics/define-metric.ts';
import { mediationDays } from './dispute.codes.ts';

const common = {
  kind: 'FLOW',
  unit: 'RATIO',
  better: 'HIGHER',
  needs: ['E', 'D'],
  dimensions: [...ofEmployers, 'CAUSE', 'CHANNEL', 'OUTCOME'],
  owner: owners.hrss,
  document: documents.mediation,
  rows: 'dispute.read',
} as const;

const cases = 'rm_dispute_case';
/** Why a case is missing, by one condition or another over its own row. */
const because = (code: string, texts: Shortfall['texts'], day?: string): Shortfall => ({
  from: cases,
  code,
  texts,
  ...(day && { day }),
});
const closed = (where?: string) => happened(cases, 'closed_on', where ? { where } : {});
const settled = `x.outcome = 'SETTLED'`;
const settledCases = { zh: '期内以调解成功结案的案件数', en: 'Settled cases closed in the period' };

export const disputeSuccess = defineMetric({
  ...common,
  key: 'dispute.success',
  name: { zh: '调解成功率', en: 'Mediation success' },
  target: { value: 0.8 },
  definition: {
    zh: '期内以调解成功或调解不成结案的案件中，调解成功的比例；撤回、转出和不予受理的不计。',
    en: 'Share of settled cases among those closed in the period as settled or failed; withdrawn, referred and refused cases do not count.',
  },
  numerator: settledCases,
  denominator: {
    zh: '期内以调解成功或调解不成结案的案件数',
    en: 'Cases closed in the period as settled or failed',
  },
  missing: because(`'FAILED'`, { FAILED: { zh: '调解不成', en: 'Mediation failed' } }),
  counts: { numerator: [closed(settled)], denominator: [closed(`x.outcome in ('SETTLED', 'FAILED')`)] },
});

export const disputeClosing = defineMetric({
  ...common,
  key: 'dispute.closing',
  name: { zh: '结案率', en: 'Closing rate' },
  target: { value: 0.97 },
  definition: {
    zh: '期内结案数占期初结转与期内申请之和的比例。',
    en: 'Cases closed in the period as a share of those open when it began and those filed in it.',
  },
  numerator: { zh: '期内结案的案件数', en: 'Cases closed in the period' },
  denominator: {
    zh: '期初前一日日终在办案件数 + 期内申请案件数',
    en: 'Cases open at the end of the day before the period + cases filed in it',
  },
  missing: because(
    `case when x.closed_on is null then 'OPEN' else 'LATER' end`,
    {
      OPEN: { zh: '尚未结案', en: 'Not closed yet' },
      LATER: { zh: '期末以后于 {day} 结案', en: 'Closed after the period, on {day}' },
    },
    'x.closed_on',
  ),
  counts: {
    numerator: [closed()],
    denominator: [carriedOver('rm_carried_dispute'), happened(cases, 'filed_on')],
  },
});

export const disputeOnTime = defineMetric({
  ...common,
  key: 'dispute.onTime',
  name: { zh: '法定期限内结案率', en: 'Closed within the statutory limit' },
  target: { value: 1 },
  definition: {
    zh: '期内结案的案件中，自申请之日起 15 日内结案的比例。',
    en: 'Share of the cases closed in the period that were closed within 15 days of filing.',
  },
  numerator: {
    zh: '其中结案日期 − 申请日期 ≤ 15 日的案件数',
    en: 'Those closed at most 15 days after filing',
  },
  denominator: { zh: '期内结案的案件数', en: 'Cases closed in the period' },
  missing: because(
    `'LATE'`,
    {
      LATE: {
        zh: `{day} 申请，结案超过 ${mediationDays} 日`,
        en: `Filed on {day}, closed more than ${mediationDays} days later`,
      },
    },
    'x.filed_on',
  ),
  counts: { numerator: [closed(`x.closed_on - x.filed_on <= ${mediationDays}`)], denominator: [closed()] },
});

export const disputeDuration = defineMetric({
  ...common,
  key: 'dispute.duration',
  name: { zh: '平均办案天数', en: 'Average days to close' },
  unit: 'DAYS',
  better: 'LOWER',
  target: { value: 10 },
  definition: {
    zh: '期内结案且有受理日期的案件，从受理到结案的平均天数。',
    en: 'Average days from acceptance to closing, over the cases closed in the period that have both dates.',
  },
  numerator: { zh: '受理日期至结案日期天数合计', en: 'Sum of days from acceptance to closing' },
  denominator: { zh: '期内结案且有受理日期的案件数', en: 'Cases closed in the period that have both dates' },
  counts: {
    numerator: [
      happened(cases, 'closed_on', {
        amount: 'x.closed_on - x.accepted_on',
        where: 'x.accepted_on is not null',
      }),
    ],
    denominator: [closed('x.accepted_on is not null')],
  },
});

export const disputeConfirmed = defineMetric({
  ...common,
  key: 'dispute.confirmed',
  name: { zh: '司法确认率', en: 'Judicial confirmation' },
  target: null,
  definition: {
    zh: '期内以调解成功结案的案件中，经司法确认的比例；确认在结案之后的也计入。',
    en: 'Share of the settled cases closed in the period that a court has confirmed, whenever it did.',
  },
  numerator: { zh: '其中经司法确认的案件数', en: 'Those confirmed by a court' },
  denominator: settledCases,
  missing: because(`case when x.confirmed is null then 'UNSAID' else 'NO' end`, {
    UNSAID: { zh: '台账未填写司法确认', en: 'The ledger does not say whether it was confirmed' },
    NO: { zh: '未经司法确认', en: 'Not confirmed by a court' },
  }),
  counts: { numerator: [closed(`${settled} and x.confirmed`)], denominator: [closed(settled)] },
});

export const disputePerformed = defineMetric({
  ...common,
  key: 'dispute.performed',
  name: { zh: '协议履行率', en: 'Settlements performed' },
  target: { value: 0.95 },
  definition: {
    zh: '期内以调解成功结案的案件中，协议已全部履行的比例。',
    en: 'Share of the settled cases closed in the period whose settlement has been performed in full.',
  },
  numerator: { zh: '其中已履行的案件数', en: 'Those fully performed' },
  denominator: settledCases,
  missing: because(`coalesce(x.performance, 'UNSAID')`, {
    PARTIAL: { zh: '协议只部分履行', en: 'Performed in part only' },
    NONE: { zh: '协议未履行', en: 'Not performed' },
    UNSAID: { zh: '台账未填写履行情况', en: 'The ledger does not say whether it was performed' },
  }),
  counts: { numerator: [closed(`${settled} and x.performance = 'DONE'`)], denominator: [closed(settled)] },
});

export const disputeReemployed = defineMetric({
  ...common,
  key: 'dispute.reemployed',
  name: { zh: '再就业率', en: 'Re-employment after a dispute' },
  target: null,
  definition: {
    zh: '期内结案且当事人失业的案件中，结案后 90 日内（含）再就业的比例。',
    en: 'Share of the cases closed in the period with a job lost whose worker was in work again by the 90th day after closing.',
  },
  numerator: {
    zh: '其中再就业日期 ≤ 结案日期 + 90 日的案件数',
    en: 'Those re-employed by the closing day + 90',
  },
  denominator: { zh: '期内结案且失业的案件数', en: 'Cases closed in the period with a job lost' },
  missing: because(
    `case when x.reemployed_on is null then 'NONE' else 'LATE' end`,
    {
      NONE: { zh: '没有再就业日期', en: 'No day of re-employment is stated' },
      LATE: { zh: '{day} 才再就业，超过结案后 90 日', en: 'In work again only on {day}, past the 90th day' },
    },
    'x.reemployed_on',
  ),
  counts: {
    numerator: [closed('x.job_lost and x.reemployed_on <= x.closed_on + 90')],
    denominator: [closed('x.job_lost')],
  },
});
