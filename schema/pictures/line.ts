import type { EChartsOption } from 'echarts';
import { axisNumber, baseOption, categoryAxis, tooltipText, valueAxis } from './base.ts';
import { formatValue } from './format.ts';
import type { Frame, PictureAnswer, PicturePoint } from './frame.ts';
import { periodName, periodTick } from './periods.ts';
import { cutName } from './table.ts';
import { categoryColour, tokens } from './tokens.ts';
import { word } from './words.ts';

interface Strand {
  readonly key: string;
  readonly name: string;
  readonly points: readonly PicturePoint[];
}

/** One strand per cut; without cuts the metric itself. At most six, the largest. */
export function strands(answer: PictureAnswer, frame: Frame): Strand[] {
  const groups = new Map<string, PicturePoint[]>();
  for (const point of answer.points) {
    const key = point.cuts.map(c => c.key).join('|');
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  const made = [...groups].map(([key, points]): Strand => {
    const first = points[0];
    return { key, name: first?.cuts.length ? cutName(first, frame) : answer.metric.name, points };
  });
  const last = (s: Strand): number => s.points.at(-1)?.value.value ?? 0;
  return made.toSorted((a, b) => last(b) - last(a)).slice(0, 6);
}

/** Any metric over time: each strand named at its end, the target dashed, counts from zero. */
export function lineOption(answer: PictureAnswer, frame: Frame, title: string): EChartsOption {
  const t = tokens[frame.theme];
  const { unit, key } = answer.metric;
  const drawn = strands(answer, frame);
  const periods = [...new Set(answer.points.map(p => p.period ?? ''))].toSorted();
  const target = answer.points.at(-1)?.value.target ?? undefined;
  const single = drawn.length === 1;
  const shown = (v: number | null | undefined): string => formatValue(v, unit, key, frame.language);
  // Two years of months leave room for the quarters, on a phone for the halves; January carries the year.
  const months = periods.length > 13 && periods.every(period => period.endsWith('-01'));
  const quarter = (i: number): boolean =>
    (frame.narrow ? /-(01|07)-01$/ : /-(01|04|07|10)-01$/).test(periods[i] ?? '');
  const categories = categoryAxis(
    frame,
    periods.map((period, i) => periodTick(period, months && i === 0 ? 1 : i, frame)),
  );
  // The target is part of what is shown, also when every value lies far below it.
  const top = (max: number): number => Math.min(1, Math.ceil(Math.max(max, target ?? 0) * 10 + 0.5) / 10);
  const foot = (min: number): number => Math.max(0, Math.floor(Math.min(min, target ?? 1) * 10 - 0.5) / 10);
  // The target's word stands on the side of its line where the first values are not.
  const above = drawn.some(
    s => (s.points.find(p => p.value.value !== null)?.value.value ?? 0) >= (target ?? Infinity),
  );
  const at = (s: Strand, period: string): number | null =>
    s.points.find(p => p.period === period)?.value.value ?? null;
  return {
    ...baseOption(frame, title),
    grid: { left: 8, right: single ? 72 : 120, top: 16, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...baseOption(frame, title).tooltip,
      formatter: params => {
        const first = (Array.isArray(params) ? params[0] : params) as { dataIndex?: number } | undefined;
        const period = periods[first?.dataIndex ?? -1];
        return period ? tooltipText(periodName(period, frame), drawn.map(s => [s.name, shown(at(s, period))] as const)) : '';
      },
    },
    xAxis: { ...categories, axisLabel: { ...categories.axisLabel, ...(months ? { interval: quarter } : {}) }, boundaryGap: false },
    yAxis: { ...valueAxis(frame, v => axisNumber(v, unit)), ...(unit === 'RATIO' ? { min: (r: { min: number }) => foot(r.min), max: (r: { max: number }) => top(r.max) } : { min: 0 }) },
    series: drawn.map((s, i) => {
      const colour = single ? t.actual : categoryColour(frame.theme, s.key, i);
      return {
        id: s.key || key, name: s.name, type: 'line', symbol: 'circle', symbolSize: 5, animation: false, connectNulls: false,
        data: periods.map(p => at(s, p)), lineStyle: { color: colour, width: single ? 3 : 2 }, itemStyle: { color: colour },
        endLabel: { show: true, color: colour, formatter: single ? shown(s.points.at(-1)?.value.value) : s.name },
        labelLayout: { moveOverlap: 'shiftY' },
        ...(i === 0 && typeof target === 'number'
          ? { markLine: { silent: true, symbol: 'none', animation: false, data: [{ yAxis: target }], lineStyle: { color: t.muted, type: [5, 4], width: 1.5 }, label: { position: above ? 'insideStartBottom' : 'insideStartTop', color: t.muted, textBorderColor: t.surface, textBorderWidth: 3, formatter: `${word(frame.language, 'target')} ${shown(target)}` } } }
          : {}),
      };
    }),
  } as EChartsOption; // prettier-ignore
}
