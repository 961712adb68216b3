import type { EChartsOption } from 'echarts';
import { axisNumber, baseOption, categoryAxis, tooltipText, valueAxis } from './base.ts';
import type { Frame, PictureAnswer, PicturePoint } from './frame.ts';
import { drawn, figureText } from './groups.ts';
import { shortLabel } from './short-labels.ts';
import { cutName } from './table.ts';
import { tokens } from './tokens.ts';

/** The points of a bar picture: largest first, unknown values left out. All twenty sections of industries find their place, and those unknown. */
export const barPoints = (answer: PictureAnswer, most = 24): PicturePoint[] =>
  answer.points
    .filter(p => drawn(p.value) !== null)
    .toSorted((a, b) => (b.value.value ?? 0) - (a.value.value ?? 0))
    .slice(0, most);

/** What a bar picture draws: the known values, then those that are held back, which no place among the others may tell. */
export const drawnBars = (answer: PictureAnswer, most = 24): PicturePoint[] =>
  [...barPoints(answer, most), ...answer.points.filter(p => p.value.suppressed)].slice(0, most);

/** Any metric cut by one dimension: bars from zero, largest first, the value beside each; "＜5" where it is held back. */
export function barOption(answer: PictureAnswer, frame: Frame, title: string): EChartsOption {
  const t = tokens[frame.theme];
  const { unit, key } = answer.metric;
  const points = drawnBars(answer);
  // A share is never drawn beyond the whole.
  const whole = unit === 'RATIO' && (points[0]?.value.value ?? 0) > 0.7;
  const name = (p: PicturePoint): string =>
    shortLabel(p.cuts[0]?.dimension ?? '', p.cuts[0]?.key ?? '', frame.language) ?? cutName(p, frame);
  return {
    ...baseOption(frame, title),
    grid: { left: 8, right: 64, top: 4, bottom: 24, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...baseOption(frame, title).tooltip,
      axisPointer: { type: 'shadow', shadowStyle: { color: t.grid, opacity: 0.4 } },
      formatter: params => {
        const first = (Array.isArray(params) ? params[0] : params) as { dataIndex?: number } | undefined;
        const p = points[first?.dataIndex ?? -1];
        return p ? tooltipText(cutName(p, frame), [[answer.metric.name, figureText(p.value, answer, frame)]]) : '';
      },
    },
    xAxis: { ...valueAxis(frame, v => axisNumber(v, unit)), min: 0, ...(whole ? { max: 1, interval: frame.narrow ? 0.5 : 0.25 } : {}), splitNumber: frame.narrow ? 2 : 4 },
    yAxis: { ...categoryAxis(frame, points.map(name)), inverse: true, axisLabel: { color: t.muted, fontSize: 12, lineHeight: 14, interval: 0 } },
    series: [
      {
        id: key, type: 'bar', barMaxWidth: 20, animation: false, itemStyle: { color: t.actual },
        data: points.map(p => drawn(p.value) ?? 0),
        label: { show: true, position: 'right', color: t.ink, formatter: p => figureText(points[p.dataIndex]?.value, answer, frame) },
      },
    ],
  } as EChartsOption; // prettier-ignore
}
