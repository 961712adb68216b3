import type { Language } from '../../access/viewer.ts';
import type { Shortfall } from '../define-metric.ts';
import type { IndexPartValue } from '../figure.ts';
import { formatFigure } from '../metric-text.ts';

/** Why a row is missing, in the reader's language. */
export function reasonOf(
  { texts, notes: noted }: Shortfall,
  code: string,
  { n, d, day, notes }: { n: number; d: number | null; day: string | null; notes: string[] | null },
  language: Language,
): string {
  const text = texts[code];
  if (!text) throw new Error(`no words for the reason ${code}`);
  const words = (notes ?? []).map(note => noted?.texts[note]?.[language] ?? note);
  const whole = (value: number): string => value.toLocaleString('en-US');
  return text[language]
    .replaceAll('{n}', whole(n))
    .replaceAll('{d}', whole(d ?? 0))
    .replaceAll('{lack}', whole((d ?? 0) - n))
    .replaceAll('{day}', day ?? '')
    .replaceAll('{notes}', words.join(language === 'zh' ? '；' : '; '));
}

/** What a part of an index has earned, or lacks, in the reader's language. */
export function partReason(part: IndexPartValue, language: Language): string {
  const figure = (value: number | null): string => formatFigure(value, part.unit, language);
  const points = (part.points ?? 0).toFixed(2);
  if (language === 'zh') {
    return part.included
      ? `${part.name} ${figure(part.value)}，目标 ${figure(part.target)}：${part.weight} 分中得 ${points} 分`
      : `${part.name}：没有数据，不计入`;
  }
  return part.included
    ? `${part.name} ${figure(part.value)}, target ${figure(part.target)}: ${points} of ${part.weight} points`
    : `${part.name}: no data, left out`;
}
