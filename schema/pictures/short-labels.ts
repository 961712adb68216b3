import type { Language } from './frame.ts';

/** Industry sections as they fit beside a bar; tables and tooltips keep the full name of GB/T 4754. */
const industries: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  A: { zh: '农林牧渔', en: 'Agriculture' },
  B: { zh: '采矿业', en: 'Mining' },
  C: { zh: '制造业', en: 'Manufacturing' },
  D: { zh: '电热燃气水', en: 'Utilities' },
  E: { zh: '建筑业', en: 'Construction' },
  F: { zh: '批发零售', en: 'Trade' },
  G: { zh: '交通仓储', en: 'Transport' },
  H: { zh: '住宿餐饮', en: 'Hospitality' },
  I: { zh: '信息软件', en: 'IT & software' },
  J: { zh: '金融业', en: 'Finance' },
  K: { zh: '房地产', en: 'Real estate' },
  L: { zh: '租赁商务', en: 'Business services' },
  M: { zh: '科研技术', en: 'Science & tech' },
  N: { zh: '水利环境', en: 'Environment' },
  O: { zh: '居民服务', en: 'Personal services' },
  P: { zh: '教育', en: 'Education' },
  Q: { zh: '卫生社工', en: 'Health' },
  R: { zh: '文体娱乐', en: 'Culture & sport' },
  S: { zh: '公共管理', en: 'Public bodies' },
  T: { zh: '国际组织', en: 'International' },
};

/** Bands of days as they fit below a column: their codes say the days. */
function days(key: string, language: Language): string | undefined {
  const [, first = '', last = ''] = /^DAYS_(\d+|OVER)_(\d+)$/.exec(key) ?? [];
  if (!last) return undefined;
  const unit = language === 'zh' ? ' 天' : ' d';
  return first === 'OVER' ? `>${last}${unit}` : `${first}–${last}${unit}`;
}

/** The short name of a cut, where one is needed. */
export function shortLabel(dimension: string, key: string, language: Language): string | undefined {
  if (dimension === 'INDUSTRY') return industries[key]?.[language];
  return dimension === 'DURATION' || dimension === 'AGE' ? days(key, language) : undefined;
}
