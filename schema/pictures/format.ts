import type { Language, Unit } from './frame.ts';

/** What stands for a figure that is not known; never 0, never "null". */
export const missing = '—';
/** What stands for a figure kept back because it is too small to show. */
export const suppressed = '＜5';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const one = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Rounds half away from zero on the decimal that is meant, so that 0.8725 reads 87.3 and not 87.2. */
const tenths = (n: number): number => (Math.sign(n) * Math.round(Math.abs(n) * 10 + 1e-7)) / 10;

export interface FormattedValue {
  readonly text: string;
  /** The unit beside the number, empty where the language has none. */
  readonly unit: string;
}

const countUnits: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'contract.signing': { zh: '人', en: 'people' },
  'union.membership': { zh: '人', en: 'people' },
  'filing.insured': { zh: '人', en: 'people' },
  'inspection.grade': { zh: '家', en: 'employers' },
  'certification.': { zh: '家', en: 'employers' },
  'contract.': { zh: '份', en: 'contracts' },
  'filing.': { zh: '家', en: 'employers' },
  'inspection.': { zh: '件', en: 'cases' },
  'union.': { zh: '家', en: 'employers' },
  'dispute.': { zh: '件', en: 'cases' },
  'incident.': { zh: '起', en: 'incidents' },
  'meeting.': { zh: '次', en: 'meetings' },
};

/** The measure word of what a figure counts: 家 for employers, 人 for people, 件 for cases, 起 for incidents. */
export function countUnit(key: string, language: Language): string {
  const found = Object.entries(countUnits).find(([prefix]) => key.startsWith(prefix));
  return found?.[1][language] ?? '';
}

/** The unit of a metric in words. */
export function unitName(unit: Unit, key: string, language: Language): string {
  const zh = language === 'zh';
  switch (unit) {
    case 'RATIO': return '%';
    case 'PERSONS': return zh ? '人' : 'people';
    case 'YUAN': return zh ? '万元' : '10k yuan';
    case 'DAYS': return zh ? '天' : 'days';
    case 'INDEX': return zh ? '分' : 'points';
    case 'PER_100': return zh ? '件/百人' : 'per 100 staff';
    case 'COUNT': return countUnit(key, language);
  } // prettier-ignore
}

/** A figure as people read it: rates with one decimal, counts with separators, amounts in 万元. */
export function formatNumber(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return missing;
  switch (unit) {
    case 'RATIO': return one.format(tenths(value * 100));
    case 'YUAN': return one.format(tenths(value / 10_000));
    case 'DAYS':
    case 'INDEX': return one.format(tenths(value));
    case 'PER_100': return (Math.round(value * 100 + 1e-7) / 100).toFixed(2);
    case 'COUNT':
    case 'PERSONS': return grouped.format(value);
  } // prettier-ignore
}

/** A figure with its unit: "83.4%", "1,196 家". */
export function formatValue(
  value: number | null | undefined,
  unit: Unit,
  key: string,
  language: Language,
): string {
  const text = formatNumber(value, unit);
  if (text === missing) return missing;
  const name = unitName(unit, key, language);
  if (name === '%') return `${text}%`;
  return name ? `${text} ${name}` : text;
}

/** A change: rates in percentage points, the rest in their own unit, always with a sign. */
export function formatChange(change: number | null | undefined, unit: Unit, language: Language): string {
  if (change === null || change === undefined || !Number.isFinite(change)) return missing;
  const shown = formatNumber(Math.abs(change), unit);
  const sign = Number(shown.replaceAll(',', '')) === 0 ? '' : change > 0 ? '+' : '−';
  if (unit === 'RATIO') return `${sign}${shown} ${language === 'zh' ? '个百分点' : 'pp'}`;
  return `${sign}${shown}`;
}

/** A plain count with thousands separators. */
export const formatCount = (n: number | null | undefined): string => formatNumber(n, 'COUNT');
