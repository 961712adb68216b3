import type { Language } from './viewer.ts';

/** Which employers figures are counted over: everybody on the roster, or those whose code begins with 91. */
export const denominatorRules = {
  EMPLOYERS: { zh: '全部用人单位', en: 'All employers' },
  ENTERPRISES: { zh: '仅企业', en: 'Enterprises only' },
} as const;
export type DenominatorRule = keyof typeof denominatorRules;

/** The rule in words, as it stands beside every rate. */
export const ruleText = (rule: DenominatorRule, language: Language): string =>
  language === 'zh'
    ? `口径：${denominatorRules[rule].zh}`
    : `Counted over: ${denominatorRules[rule].en.toLowerCase()}`;
