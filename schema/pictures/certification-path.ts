import type { EChartsOption } from 'echarts';
import { baseOption, tooltipText, valueAxis } from './base.ts';
import { axisMonth, dayFromNumber, dayNumber, monthEnd, sentenceDay } from './days.ts';
import { formatCount, formatValue } from './format.ts';
import type { Frame, PictureAnswer, Status } from './frame.ts';
import type { Twin } from './table.ts';
import { tokens } from './tokens.ts';
import { word } from './words.ts';

/** The certification rate month by month, the dated target it must follow, and where it is heading. */
export interface CertificationPath {
  readonly answer: PictureAnswer;
  readonly at: string;
  readonly status: Status;
  /** Employers still missing for the target. */
  readonly gap: number;
  readonly path: readonly { readonly day: string; readonly value: number }[];
  readonly forecast: readonly {
    readonly day: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
}

const dayLength = 86_400_000;
type Point = readonly [day: string, value: number];
const plotted = (points: readonly Point[]): [number, number][] =>
  points.map(([day, v]) => [dayNumber(day) * dayLength, v]);

/** The target on a day: linear between its dated points, level outside them. */
export function targetOn(path: CertificationPath['path'], day: string): number | undefined {
  const sorted = path.toSorted((a, b) => a.day.localeCompare(b.day));
  const after = sorted.findIndex(point => point.day >= day);
  if (after === -1) return sorted.at(-1)?.value;
  const [left, right] = [sorted[after - 1], sorted[after]];
  if (!left || !right) return right?.value;
  const share = (dayNumber(day) - dayNumber(left.day)) / (dayNumber(right.day) - dayNumber(left.day));
  return left.value + (right.value - left.value) * share;
}

/** The known points: each stands on its period's last day, the newest on the cut-off. */
export function actualPoints({ answer, at }: CertificationPath): Point[] {
  return answer.points.flatMap((p): Point[] => {
    if (!p.period || p.value.value === null || p.value.value === undefined) return [];
    const end = monthEnd(p.period);
    return [[end < at ? end : at, p.value.value]];
  });
}

function targetPoints(input: CertificationPath, from: string, to: string): Point[] {
  if (!input.path.length) return [];
  const days = [from, ...input.path.map(p => p.day).filter(day => day > from && day < to), to];
  return days.map((day): Point => [day, targetOn(input.path, day) ?? 0]);
}

/** The forecast as far as the target is reached, and one month more; at least three months, at most a year. */
function horizon(input: CertificationPath, from: string): CertificationPath['forecast'] {
  const ahead = input.forecast.filter(p => p.day > from).slice(0, 12);
  const target = input.path.at(-1)?.value ?? 1;
  const reached = ahead.findIndex(p => p.value >= target);
  return reached < 0 ? ahead : ahead.slice(0, Math.max(3, reached + 2));
}

/** Line, dated target (outlined), forecast (dashed) with its range (pale), and the gap marked on the cut-off day. */
export function certificationPathOption(
  input: CertificationPath,
  frame: Frame,
  title: string,
): EChartsOption {
  const t = tokens[frame.theme];
  const zh = frame.language;
  const actual = actualPoints(input);
  const last = actual.at(-1);
  const ahead = last ? horizon(input, last[0]) : [];
  const from = actual[0]?.[0] ?? input.at;
  const to = ahead.at(-1)?.day ?? input.at;
  const target = targetPoints(input, from, to);
  const values = [...actual, ...target].map(p => p[1]).concat(ahead.map(p => p.low));
  const lowest = Math.min(1, ...values);
  const percent = (v: number): string => formatValue(v, 'RATIO', '', zh);
  const start: Point[] = last ? [last] : [];
  const targetNow = last ? targetOn(input.path, last[0]) : undefined;
  const line = { type: 'line' as const, symbol: 'none', silent: true, animation: false };
  const endLabel = (formatter: string, color: string) => ({
    show: true, formatter, color, fontSize: 12, distance: 8, padding: [2, 0],
  }); // prettier-ignore
  return {
    ...baseOption(frame, title),
    grid: { left: 44, right: frame.narrow && frame.language === 'zh' ? 80 : 104, top: 20, bottom: 40 },
    tooltip: { ...baseOption(frame, title).tooltip, formatter: params => hover(params, input, frame) },
    xAxis: {
      type: 'time',
      min: dayNumber(from) * dayLength,
      max: dayNumber(to) * dayLength,
      axisLine: { lineStyle: { color: t.faint } },
      axisTick: { show: false },
      splitLine: { show: false },
      minInterval: 28 * dayLength,
      axisLabel: {
        color: t.muted, fontSize: 12, lineHeight: 16, hideOverlap: true,
        formatter: (v: number) => axisMonth(dayFromNumber(Math.round(v / dayLength)), zh),
      },
    },
    yAxis: { ...valueAxis(frame, v => `${Math.round(v * 100)}%`), min: lowest < 0.6 ? 0 : Math.floor(lowest * 10 - 0.5) / 10, max: 1 },
    series: [
      { ...line, id: 'low', stack: 'band', stackStrategy: 'all', data: plotted([...start, ...ahead.map((p): Point => [p.day, p.low])]), lineStyle: { opacity: 0 } },
      { ...line, id: 'band', stack: 'band', stackStrategy: 'all', data: plotted([...start.map((p): Point => [p[0], 0]), ...ahead.map((p): Point => [p.day, p.high - p.low])]), lineStyle: { opacity: 0 }, areaStyle: { color: t.band, opacity: 0.16 } },
      { ...line, id: 'target', name: word(zh, 'target'), data: plotted(target), labelLayout: { moveOverlap: 'shiftY' }, lineStyle: { color: t.muted, width: 1.5, type: [5, 4] }, endLabel: endLabel(`${word(zh, 'target')} ${Math.round((target.at(-1)?.[1] ?? 0) * 100)}%`, t.muted) },
      { ...line, id: 'forecast', name: word(zh, 'forecast'), data: plotted([...start, ...ahead.map((p): Point => [p.day, p.value])]), labelLayout: { moveOverlap: 'shiftY' }, lineStyle: { color: t.actual, width: 2, type: [3, 4] }, ...(ahead.length ? { endLabel: endLabel(`${word(zh, 'forecast')} ${percent(ahead.at(-1)?.value ?? 0)}`, t.actual) } : {}) },
      ...(last && targetNow !== undefined && input.gap > 0 && targetNow > last[1]
        ? [gapMark(input, frame, last, targetNow)]
        : []),
      {
        ...line, id: 'actual', name: word(zh, 'actual'), silent: false, symbol: 'circle', symbolSize: 6,
        data: plotted(actual), lineStyle: { color: t.actual, width: 3 }, itemStyle: { color: t.actual },
        label: { show: true, position: 'top', distance: 6, align: 'right', color: t.muted, fontSize: 11, rich: { now: { color: t.ink, fontSize: 15, fontWeight: 'bold', textBorderColor: t.surface, textBorderWidth: 4 } }, formatter: (p: { dataIndex: number }) => pointLabel(actual, p.dataIndex, percent) },
      },
    ],
  } as EChartsOption; // prettier-ignore
}

/** The newest value stands large; every third before it small, as far as it clears its neighbours. */
function pointLabel(actual: readonly Point[], index: number, percent: (v: number) => string): string {
  const fromEnd = actual.length - 1 - index;
  const text = percent(actual[index]?.[1] ?? 0);
  if (fromEnd === 0) return `{now|${text}}`;
  return fromEnd % 4 === 0 && index > 0 && (actual[index]?.[1] ?? 0) > 0.02 ? text : '';
}

/** The distance still to go on the cut-off day, named in employers. */
function gapMark(input: CertificationPath, frame: Frame, last: Point, target: number) {
  const colour = tokens[frame.theme].status[input.status];
  const text =
    frame.language === 'zh' ? `差 ${formatCount(input.gap)} 家` : `${formatCount(input.gap)} short`;
  return {
    type: 'line', id: 'gap', symbol: 'circle', symbolSize: 1, silent: true, animation: false,
    data: plotted([last, [last[0], (last[1] + target) / 2], [last[0], target]]),
    lineStyle: { color: colour, width: 3 },
    label: { show: true, position: 'top', distance: 6, color: colour, fontWeight: 'bold', formatter: (p: { dataIndex: number }) => (p.dataIndex === 2 ? text : '') },
  }; // prettier-ignore
}

function hover(params: unknown, input: CertificationPath, { language }: Frame): string {
  const first = (Array.isArray(params) ? params[0] : params) as { value?: [number, number] } | undefined;
  if (!first?.value) return '';
  const day = dayFromNumber(Math.round(first.value[0] / dayLength));
  const percent = (v: number | undefined): string => formatValue(v, 'RATIO', '', language);
  const known = actualPoints(input).find(p => p[0] === day);
  const ahead = input.forecast.find(p => p.day === day);
  const lines: [string, string][] = [];
  if (known) lines.push([word(language, 'actual'), percent(known[1])]);
  if (ahead && !known)
    lines.push([
      word(language, 'forecast'),
      `${percent(ahead.value)} (${percent(ahead.low)} – ${percent(ahead.high)})`,
    ]);
  lines.push([word(language, 'target'), percent(targetOn(input.path, day))]);
  return tooltipText(sentenceDay(day, language), lines);
}

/** The same figures as rows. */
export function certificationPathTable(input: CertificationPath, { language }: Frame): Twin {
  const percent = (v: number | null | undefined): string => formatValue(v, 'RATIO', '', language);
  const ends = new Set(actualPoints(input).map(p => p[0]));
  const known = input.answer.points.filter(p => p.period);
  return {
    columns: [word(language, 'period'), word(language, 'actual'), word(language, 'target'), language === 'zh' ? '已认定 / 用人单位' : 'Certified / employers', word(language, 'forecast')],
    rows: [
      ...known.map(p => {
        const end = monthEnd(p.period ?? '');
        const day = end < input.at ? end : input.at;
        return [day, percent(p.value.value), percent(targetOn(input.path, day)), `${formatCount(p.value.numerator)} / ${formatCount(p.value.denominator)}`, '—'];
      }),
      ...input.forecast.filter(p => !ends.has(p.day)).map(p => [p.day, '—', percent(targetOn(input.path, p.day)), '—', `${percent(p.value)} (${percent(p.low)} – ${percent(p.high)})`]),
    ],
  }; // prettier-ignore
}
