import type { Language, Status } from './frame.ts';

/** The few words that stand inside pictures. */
const words = {
  actual: { zh: '实际', en: 'Actual' },
  target: { zh: '目标', en: 'Target' },
  forecast: { zh: '预测', en: 'Forecast' },
  low: { zh: '预测下限', en: 'Forecast, low' },
  high: { zh: '预测上限', en: 'Forecast, high' },
  filed: { zh: '申请', en: 'Filed' },
  closed: { zh: '结案', en: 'Closed' },
  lastYear: { zh: '去年申请', en: 'Filed last year' },
  success: { zh: '调解成功率', en: 'Settled' },
  gap: { zh: '距目标', en: 'To target' },
  thisYear: { zh: '本期', en: 'This year' },
  yearBefore: { zh: '去年同期', en: 'Last year' },
  notKnown: { zh: '无数据或不足 5', en: 'No data or ＜5' },
  schematic: { zh: '示意图，不按比例', en: 'Schematic, not to scale' },
  unknown: { zh: '未填', en: 'Not stated' },
  rest: { zh: '其他', en: 'Other' },
  period: { zh: '时间', en: 'Period' },
  source: { zh: '来源', en: 'Source' },
  cutOff: { zh: '截至', en: 'As of' },
  unit: { zh: '单位', en: 'Unit' },
  definition: { zh: '口径', en: 'Definition' },
  noData: { zh: '该来源尚未报送', en: 'This source has not delivered yet' },
  MET: { zh: '达标', en: 'met' },
  NEAR: { zh: '接近', en: 'close' },
  MISSED: { zh: '未达标', en: 'missed' },
  NONE: { zh: '无目标', en: 'no target' },
} as const satisfies Record<string, Record<Language, string>>;

export type Word = keyof typeof words;

export const word = (language: Language, key: Word): string => words[key][language];

/** The word that goes with a status colour, so that colour never speaks alone. */
export const statusWord = (language: Language, status: Status): string => words[status][language];
