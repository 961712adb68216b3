import type { Language } from './frame.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const dayLength = 86_400_000;

/** Days since 1970-01-01, the scale pictures place days on. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
export const dayFromNumber = (n: number): string => new Date(n * dayLength).toISOString().slice(0, 10);

/** A day in a sentence: 2022年12月31日, 31 Dec 2022. */
export function sentenceDay(day: string, language: Language, withYear = true): string {
  const [year, month, date] = day.split('-').map(Number);
  if (language === 'zh') return `${withYear ? `${year}年` : ''}${month}月${date}日`;
  return `${date} ${months[(month ?? 1) - 1]}${withYear ? ` ${year}` : ''}`;
}

/** The month of a day, 1 to 12. */
export const monthNumber = (day: string): number => Number(day.slice(5, 7));

/** A month on an axis: 10月, Oct; January carries its year. */
export function axisMonth(day: string, language: Language, withYear = day.slice(5, 7) === '01'): string {
  const month = Number(day.slice(5, 7));
  if (language === 'zh') return withYear ? `${day.slice(0, 4)}年\n${month}月` : `${month}月`;
  return withYear ? `${months[month - 1]}\n${day.slice(0, 4)}` : String(months[month - 1]);
}

/** A month in a sentence: 2022年10月, Oct 2022. */
export function sentenceMonth(day: string, language: Language): string {
  const month = Number(day.slice(5, 7));
  return language === 'zh' ? `${day.slice(0, 4)}年${month}月` : `${months[month - 1]} ${day.slice(0, 4)}`;
}

/** The same date so many months on, clamped to the month's last day. */
export function addMonths(day: string, amount: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + amount;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
}

export const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;
export const monthEnd = (day: string): string => dayFromNumber(dayNumber(addMonths(monthStart(day), 1)) - 1);
