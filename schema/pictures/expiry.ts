import type { EChartsOption } from 'echarts';
import { axisNumber, baseOption, categoryAxis, tooltipText, valueAxis } from './base.ts';
import { sentenceDay } from './days.ts';
import { formatCount, missing } from './format.ts';
import type { Frame, Language } from './frame.ts';
import { periodName, periodTick } from './periods.ts';
import { type Twin } from './table.ts';
import { tokens } from './tokens.ts';

/** The measure word of what runs out. */
const units = {
  CERTIFICATION: { zh: '项', en: 'certifications' },
  COLLECTIVE_AGREEMENT: { zh: '份', en: 'agreements' },
  WAGE_AGREEMENT: { zh: '份', en: 'agreements' },
  CONTRACT: { zh: '份', en: 'contracts' },
} as const satisfies Record<string, Record<Language, string>>;

/** What so many are counted in: 份 for agreements and contracts. */
export const expiryUnit = (kind: keyof typeof units, language: Language): string => units[kind][language];

/** What runs out when, as the hub answers it. */
export interface PictureCalendar {
  readonly kind: keyof typeof units;
  readonly name: string;
  readonly points: readonly {
    readonly period: string;
    readonly first: string;
    readonly last: string;
    readonly count?: number | null | undefined;
  }[];
}

/** How many end, with their measure word. */
const ends = (count: number | null | undefined, { kind }: PictureCalendar, { language }: Frame): string =>
  typeof count === 'number' ? `${formatCount(count)} ${expiryUnit(kind, language)}` : missing;

/** One column a month from zero, the number above it; what has to be renewed soon stands at the left, in solid ink. */
export function expiryOption(calendar: PictureCalendar, frame: Frame, title: string): EChartsOption {
  const t = tokens[frame.theme];
  const { points } = calendar;
  const months = categoryAxis(frame, points.map((point, i) => periodTick(point.period, i, frame))); // prettier-ignore
  return {
    ...baseOption(frame, title),
    grid: { left: 8, right: 8, top: 20, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...baseOption(frame, title).tooltip,
      axisPointer: { type: 'shadow', shadowStyle: { color: t.grid, opacity: 0.4 } },
      formatter: params => {
        const first = (Array.isArray(params) ? params[0] : params) as { dataIndex?: number } | undefined;
        const point = points[first?.dataIndex ?? -1];
        if (!point) return '';
        const days = `${sentenceDay(point.first, frame.language)} – ${sentenceDay(point.last, frame.language, false)}`;
        return tooltipText(days, [[calendar.name, ends(point.count, calendar, frame)]]);
      },
    },
    xAxis: { ...months, axisLabel: { ...months.axisLabel, interval: frame.narrow ? 2 : 0, hideOverlap: false } },
    yAxis: { ...valueAxis(frame, v => axisNumber(v, 'COUNT')), min: 0, splitNumber: 3, minInterval: 1 },
    series: [
      {
        id: calendar.kind, type: 'bar', barMaxWidth: 40, animation: false, itemStyle: { color: t.actual },
        data: points.map(point => point.count ?? null),
        label: { show: true, position: 'top', color: t.ink, fontSize: 12, formatter: p => (p.value ? formatCount(Number(p.value)) : '') },
      },
    ],
  } as EChartsOption; // prettier-ignore
}

/** The months with what ends in each. */
export function expiryTable(calendar: PictureCalendar, frame: Frame): Twin {
  const zh = frame.language === 'zh';
  const unit = expiryUnit(calendar.kind, frame.language);
  return {
    columns: [
      zh ? '月份' : 'Month',
      zh ? '起' : 'From',
      zh ? '止' : 'To',
      zh ? `到期（${unit}）` : `Ending (${unit})`,
    ],
    rows: calendar.points.map(point => [
      periodName(point.period, frame),
      point.first,
      point.last,
      formatCount(point.count),
    ]),
  };
}
