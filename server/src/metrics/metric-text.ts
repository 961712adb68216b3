import { ruleText } from '../access/denominator-rule.ts';
import type { Language } from '../access/viewer.ts';
import type { MetricUnit } from './define-metric.ts';
import type { MetricValue } from './figure.ts';
import type { MetricAnswer } from './metric.service.ts';

type Table = (header: readonly string[], rows: readonly (readonly unknown[])[]) => string;

const words = {
  zh: {
    value: '数值', numerator: '分子', denominator: '分母', target: '目标', status: '达标', previous: '较上期',
    lastYear: '较去年同期', period: '期间', total: '合计', points: '个百分点', people: '人', yuan: '元', days: '天',
    MET: '达标', NEAR: '接近', MISSED: '未达标', NONE: '—', earned: '得分', left: '没有数据，不计入',
  },
  en: {
    value: 'value', numerator: 'numerator', denominator: 'denominator', target: 'target', status: 'status',
    previous: 'vs before', lastYear: 'vs last year', period: 'period', total: 'total', points: ' points', people: '',
    yuan: ' yuan', days: ' days', MET: 'met', NEAR: 'near', MISSED: 'missed', NONE: '—', earned: 'points', left: 'no data, left out',
  },
} as const; // prettier-ignore

const grouped = (value: number, digits: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** A figure as a person reads it: percent with one decimal, money with two, counts with thousands. */
export function formatFigure(value: number | null, unit: MetricUnit, language: Language): string {
  const word = words[language];
  if (value === null) return '—';
  if (unit === 'RATIO') return `${grouped(value * 100, 1)}%`;
  if (unit === 'YUAN') return `${grouped(value, 2)}${word.yuan}`;
  if (unit === 'DAYS') return `${grouped(value, 1)}${word.days}`;
  if (unit === 'PERSONS') return `${grouped(value, 0)}${word.people}`;
  return grouped(value, unit === 'COUNT' ? 0 : 2);
}

/** The change from an earlier figure; of percentages in percentage points. */
function formatChange(
  now: number | null,
  before: number | null,
  unit: MetricUnit,
  language: Language,
): string {
  if (now === null || before === null) return '—';
  const change = now - before;
  const size = Math.abs(change);
  const shown =
    unit === 'RATIO'
      ? `${grouped(size * 100, 1)}${words[language].points}`
      : formatFigure(size, unit, language);
  // What rounds to nothing has no direction.
  const sign = !/[1-9]/u.test(shown) ? '' : change > 0 ? '+' : '-';
  return `${sign}${shown}`;
}

/** The answer as lines of text: what it is, the total, and a row per point. */
export function metricText(answer: MetricAnswer, language: Language, table: Table): string {
  const { metric, points } = answer;
  const word = words[language];
  const days = answer.from ? `${answer.from} – ${answer.to ?? ''}` : (answer.at ?? '');
  const figures = (value: MetricValue): string[] => [
    value.suppressed ? '*' : formatFigure(value.value, metric.unit, language),
    ...(metric.denominator ? [value.numerator, value.denominator].map(plain) : []),
    ...(metric.target === null && value.target === null
      ? []
      : [formatFigure(value.target, metric.unit, language), word[value.status]]),
    formatChange(value.value, value.previous, metric.unit, language),
    formatChange(value.value, value.lastYear, metric.unit, language),
  ];
  const header = [
    word.value,
    ...(metric.denominator ? [word.numerator, word.denominator] : []),
    ...(metric.target === null && answer.total.target === null ? [] : [word.target, word.status]),
    word.previous,
    word.lastYear,
  ];
  const dated = points.some(point => point.period !== null);
  const cuts = Math.max(0, ...points.map(point => point.cuts.length));
  const names = [...(dated ? [word.period] : []), ...Array.from({ length: cuts }, () => '')];
  const lead = names.length ? names : [''];
  const rows = [
    [word.total, ...lead.slice(1).map(() => ''), ...figures(answer.total)],
    ...points.map(point => [
      ...(dated ? [point.period] : []),
      ...point.cuts.map(cut => cut.label),
      ...figures(point.value),
    ]),
  ];
  return [
    `${metric.name} (${metric.key})  ${days}`,
    metric.definition,
    ...(metric.denominatorRule ? [ruleText(metric.denominatorRule, language)] : []),
    '',
    table([...lead, ...header], rows),
    ...partsText(answer.total, language, table),
  ].join('\n');
}

/** The parts of an index below it: those left out say so. */
function partsText({ parts }: MetricValue, language: Language, table: Table): string[] {
  if (!parts) return [];
  const word = words[language];
  const rows = parts.map(({ name, unit, value, target, points, weight, included }) => [
    name,
    formatFigure(value, unit, language),
    formatFigure(target, unit, language),
    included ? `${grouped(points ?? 0, 2)} / ${weight}` : word.left,
  ]);
  return ['', table(['', word.value, word.target, word.earned], rows)];
}

const plain = (value: number | null): string =>
  value === null ? '—' : grouped(value, Number.isInteger(value) ? 0 : 2);
