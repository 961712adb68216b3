import type { EChartsOption } from 'echarts';
import { baseOption, categoryAxis, tooltipText, valueAxis } from './base.ts';
import { countUnit, formatCount, formatNumber, formatValue } from './format.ts';
import type { Frame, PictureAnswer, PicturePoint } from './frame.ts';
import { shortLabel } from './short-labels.ts';
import { cutName } from './table.ts';
import { tokens } from './tokens.ts';
import { statusWord, word } from './words.ts';

/** One bar: how far a group is from the target, and how many employers that is. */
export interface Distance {
  readonly name: string;
  readonly short: string;
  readonly distance: number;
  /** Employers missing for the target; 0 when it is met. */
  readonly gap: number;
  readonly point: PicturePoint;
}

/** A group needs at least this many employers to be drawn; the table twin has them all. */
const fewest = 3;

/** The groups by their distance to the target, the farthest first; groups without a value are left out. */
export function distances(answer: PictureAnswer, frame: Frame, most = 8): Distance[] {
  const all = answer.points.flatMap((point): Distance[] => {
    const { value, target, gap } = point.value;
    if (typeof value !== 'number' || typeof target !== 'number') return [];
    const name = cutName(point, frame);
    const short =
      shortLabel(point.cuts[0]?.dimension ?? '', point.cuts[0]?.key ?? '', frame.language) ?? name;
    return [{ name, short, distance: value - target, gap: gap ?? 0, point }];
  });
  const size = (d: Distance): number => d.point.value.denominator ?? 0;
  const large = all.filter(d => size(d) >= fewest);
  const drawn = (large.length ? large : all).toSorted((a, b) => size(b) - size(a)).slice(0, most);
  return drawn.toSorted((a, b) => a.distance - b.distance || b.gap - a.gap);
}

const signed = (v: number): string =>
  `${v < -0.0005 ? '−' : v > 0.0005 ? '+' : ''}${formatNumber(Math.abs(v), 'RATIO')}`;

/** Bars from the target outwards: left is missing, right is beyond; each says how many employers it is. */
export function coverageBarsOption(answer: PictureAnswer, frame: Frame, title: string): EChartsOption {
  const t = tokens[frame.theme];
  const { language } = frame;
  const bars = distances(answer, frame);
  // On a phone the number that lacks would run into the group's name; the table and the hover say it.
  const label = (d: Distance): string =>
    d.gap > 0 && !frame.narrow
      ? `${signed(d.distance)} · ${language === 'zh' ? `差 ${formatCount(d.gap)} ${countUnit(answer.metric.key, language)}` : `${formatCount(d.gap)} short`}`
      : signed(d.distance);
  const reach = Math.max(0.02, ...bars.map(d => Math.abs(d.distance)));
  const target = bars[0]?.point.value.target ?? undefined;
  return {
    ...baseOption(frame, title),
    grid: { left: language === 'zh' ? 88 : 104, right: 12, top: 4, bottom: 24 },
    tooltip: {
      ...baseOption(frame, title).tooltip,
      axisPointer: { type: 'shadow', shadowStyle: { color: t.grid, opacity: 0.4 } },
      formatter: params => hover(params, bars, frame),
    },
    xAxis: {
      ...valueAxis(frame, v => (v === 0 && target !== undefined ? `${word(language, 'target')} ${Math.round(target * 100)}%` : `${v > 0 ? '+' : '−'}${Math.abs(Math.round(v * 1000) / 10)}`)),
      min: -niceReach(Math.max(...bars.map(d => -d.distance), 0) + reach * 0.9),
      max: niceReach(Math.max(...bars.map(d => d.distance), 0) + reach * 0.35),
      axisLabel: { show: false },
      splitLine: { show: false },
    },
    yAxis: { ...categoryAxis(frame, bars.map(d => d.short)), inverse: true, axisLine: { show: false } },
    series: [
      {
        id: 'distance', type: 'bar', barMaxWidth: 16, animation: false,
        data: bars.map(d => ({
          value: d.distance,
          itemStyle: { color: t.status[d.point.value.status ?? 'NONE'] },
          label: { position: d.distance < 0 ? ('left' as const) : ('right' as const) },
        })),
        label: { show: true, fontSize: 12, color: t.ink, formatter: p => label(bars[p.dataIndex] as Distance) },
        markLine: {
          silent: true, symbol: 'none', animation: false, data: [{ xAxis: 0 }], lineStyle: { color: t.muted, width: 1.5, type: 'solid' },
          label: { show: target !== undefined, position: 'end', color: t.muted, fontSize: 12, formatter: `${word(language, 'target')} ${Math.round((target ?? 0) * 100)}%` },
        },
      },
    ],
  } as EChartsOption; // prettier-ignore
}

const niceReach = (v: number): number => Math.ceil(v * 50) / 50;

function hover(params: unknown, bars: readonly Distance[], { language }: Frame): string {
  const first = (Array.isArray(params) ? params[0] : params) as { dataIndex?: number } | undefined;
  const bar = bars[first?.dataIndex ?? -1];
  if (!bar) return '';
  const { value, numerator, denominator, status } = bar.point.value;
  return tooltipText(bar.name, [
    [language === 'zh' ? '当前' : 'Now', formatValue(value, 'RATIO', '', language)],
    [language === 'zh' ? '已达 / 应有' : 'Reached / all', `${formatCount(numerator)} / ${formatCount(denominator)}`],
    [word(language, 'gap'), `${signed(bar.distance)} ${language === 'zh' ? '个百分点' : 'pp'}`],
    [language === 'zh' ? '状态' : 'Status', statusWord(language, status ?? 'NONE')],
  ]); // prettier-ignore
}
