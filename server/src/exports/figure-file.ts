import { suppressed, unitName } from '@hexie/schema/pictures/format.ts';
import type { Language } from '../access/viewer.ts';
import type { Message } from '../kernel/errors.ts';
import { dimensions } from '../metrics/dimensions.ts';
import { filterFields, type MetricFilter } from '../metrics/metric-filter.ts';
import type { MetricArgs } from '../metrics/frame.ts';
import type { MetricAnswer } from '../metrics/metric.service.ts';
import type { MetricValue } from '../metrics/figure.ts';
import type { Row } from '../read/assemble.ts';
import type { FieldDef } from '../read/define-list.ts';
import type { ExportColumn } from './export-columns.ts';

const column = (name: string, heading: Message, filter?: FieldDef['filter']): ExportColumn => ({
  path: [name],
  heading,
  field: { label: heading, sql: [], ...(filter ? { filter } : {}) },
});

const measures: readonly ExportColumn[] = [
  column('numerator', { zh: '分子', en: 'Numerator' }),
  column('denominator', { zh: '分母', en: 'Denominator' }),
  column('target', { zh: '目标', en: 'Target' }),
  column('previous', { zh: '上期', en: 'Period before' }),
  column('lastYear', { zh: '去年同期', en: 'Last year' }),
];

/** The columns of a figure as a file: period, groups with their codes, the value, and what stands beside it. */
export function figureColumns(answer: MetricAnswer, { grain, by }: MetricArgs): ExportColumn[] {
  const unit = (language: Language): string => {
    const name = unitName(answer.metric.unit, answer.metric.key, language);
    if (answer.metric.unit === 'RATIO') return language === 'zh' ? '比率，1 为 100%' : 'share, 1 is 100%';
    return answer.metric.unit === 'YUAN' ? (language === 'zh' ? '元' : 'yuan') : name;
  };
  const { name } = answer.metric;
  return [
    ...(grain ? [column('period', { zh: '期间首日', en: 'Period from' }, 'day')] : []),
    ...(by ?? []).flatMap((dimension, i) => [
      column(`cut${i}`, dimensions[dimension]),
      column(`code${i}`, { zh: '代码', en: 'Code' }),
    ]),
    column('value', { zh: `${name}（${unit('zh')}）`, en: `${name} (${unit('en')})` }),
    ...measures,
  ];
}

/** The points of an answer as rows, by group with the whole on the last line; what is hidden says so, what is not known stays empty. */
export function figureRows(
  { metric, points, total }: MetricAnswer,
  { grain, by }: MetricArgs,
  language: Language,
): Row[] {
  const rows = points.map(({ period, cuts, value }): Row => ({
    period,
    ...Object.fromEntries(cuts.flatMap(({ label, key }, i) => [[`cut${i}`, label], [`code${i}`, key]])), // prettier-ignore
    ...measured(value),
  }));
  const whole = language === 'zh' ? '合计' : 'Total';
  // Days one after another have no whole: what stood on the last of them is a point of its own.
  const summed = !grain || (!!by?.length && metric.kind === 'FLOW');
  return summed ? [...rows, { cut0: whole, ...measured(total) }] : rows;
}

function measured(value: MetricValue): Row {
  const { numerator, denominator, target, previous, lastYear } = value;
  const shown = value.suppressed ? suppressed : value.value;
  return { value: shown, numerator, denominator, target, previous, lastYear };
}

const says = {
  zh: { definition: '口径', day: '截止', from: '至', owner: '责任部门', source: '依据' },
  en: { definition: 'Definition', day: 'As of', from: ' to ', owner: 'Owner', source: 'Based on' },
} as const;

/** What the figure means, of which days it is and who answers for it. */
export function figureNotes({ metric, at, from, to }: MetricAnswer, language: Language): [string, string][] {
  const say = says[language];
  return [
    [say.definition, metric.definition],
    [say.day, from ? `${from}${say.from}${to ?? ''}` : (at ?? '')],
    [say.owner, metric.owner],
    [say.source, metric.source],
  ];
}

/** The filter in words: an address names codes of dimensions. */
export const figureFilter = (filter: MetricFilter | null | undefined, language: Language): string =>
  Object.entries(filterFields)
    .flatMap(([field, dimension]) => {
      const codes = filter?.[field as keyof typeof filterFields]?.in;
      return codes?.length ? [`${dimensions[dimension][language]} ${codes.join('/')}`] : [];
    })
    .join(language === 'zh' ? '，' : ', ');
