import { formatCount, formatValue, missing, suppressed } from './format.ts';
import type { Frame, PictureAnswer, PicturePoint } from './frame.ts';
import { periodName } from './periods.ts';
import { statusWord, word } from './words.ts';

/** The table twin of a picture: the first column names the row, the others are figures. */
export interface Twin {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which part of the figure each row is, where a row is not a point of the answer. */
  readonly parts?: readonly Pick<PicturePoint, 'period' | 'cuts'>[];
}

/** What a cut is called: its label, or the word for an empty one. */
export const cutName = (point: PicturePoint, { language }: Frame): string =>
  point.cuts.map(cut => cut.label || word(language, 'unknown')).join(' · ');

/** Any answer with points, as rows: name, value, numerator and denominator, target, status. */
export function answerTable(answer: PictureAnswer, frame: Frame): Twin {
  const { language } = frame;
  const { unit, key, name } = answer.metric;
  const shown = (v: number | null | undefined): string => formatValue(v, unit, key, language);
  const ratio = unit === 'RATIO' || unit === 'PER_100';
  const zh = language === 'zh';
  return {
    columns: [
      answer.points[0]?.period ? word(language, 'period') : zh ? '分组' : 'Group',
      name,
      ...(ratio ? [zh ? '分子' : 'Numerator', zh ? '分母' : 'Denominator'] : []),
      word(language, 'target'),
      zh ? '状态' : 'Status',
    ],
    rows: answer.points.map(point => [
      [point.period ? periodName(point.period, frame) : '', cutName(point, frame)]
        .filter(Boolean)
        .join(' · '),
      point.value.suppressed ? suppressed : shown(point.value.value),
      ...(ratio ? [formatCount(point.value.numerator), formatCount(point.value.denominator)] : []),
      point.value.target === null || point.value.target === undefined ? missing : shown(point.value.target),
      point.value.status && point.value.status !== 'NONE'
        ? statusWord(language, point.value.status)
        : missing,
    ]),
  };
}
