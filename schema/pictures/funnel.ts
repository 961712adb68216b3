import type { EChartsOption } from 'echarts';
import { axisNumber, baseOption, categoryAxis, tooltipText, valueAxis } from './base.ts';
import type { Frame, PictureAnswer } from './frame.ts';
import { drawn, figureText, groupsOf, hatch, hovered, listTable, widest } from './groups.ts';
import { cutName } from './table.ts';
import { tokens } from './tokens.ts';

/** Groups that stand beside the way: not begun, left it, or nobody said. */
const aside: readonly string[] = ['NONE', 'EXPIRED', 'REVOKED', 'UNKNOWN', ''];

/** Bands of days beyond the 15 that mediation may take; their names say the days. */
const late: readonly string[] = ['DAYS_16_30', 'DAYS_31_60', 'DAYS_OVER_30', 'DAYS_OVER_60'];

/** The colour of an ordered group: on the way in the colour of what has happened, late in that of what was missed, beside it in grey. */
export function orderedColour(key: string, frame: Frame): string {
  const t = tokens[frame.theme];
  if (late.includes(key)) return t.status.MISSED;
  return aside.includes(key) ? t.faint : t.actual;
}

/** Stages or bands as bars in their own order, the figure beside each; what is not known is a word, not a bar. */
export function funnelOption(answer: PictureAnswer, frame: Frame, title: string): EChartsOption {
  const t = tokens[frame.theme];
  const { points, metric } = answer;
  const names = new Map(groupsOf(answer, frame).map(group => [group.key, group.short]));
  const text = (i: number): string => figureText(points[i]?.value, answer, frame);
  return {
    ...baseOption(frame, title),
    grid: { left: 8, right: widest(points.map((_point, i) => text(i))) + 12, top: 4, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...baseOption(frame, title).tooltip,
      axisPointer: { type: 'shadow', shadowStyle: { color: t.grid, opacity: 0.4 } },
      formatter: params => {
        const point = points[hovered(params)];
        return point ? tooltipText(cutName(point, frame), [[metric.name, text(hovered(params))]]) : '';
      },
    },
    xAxis: { ...valueAxis(frame, v => axisNumber(v, metric.unit)), min: 0, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      ...categoryAxis(frame, points.map(p => names.get(p.cuts[0]?.key ?? '') ?? metric.name)),
      inverse: true, axisLine: { show: false },
      axisLabel: { color: t.ink, fontSize: 12, interval: 0, width: frame.narrow ? 104 : 152, overflow: 'truncate' },
    },
    series: [
      {
        id: metric.key, type: 'bar', barMaxWidth: 28, barCategoryGap: '24%', animation: false,
        data: points.map((p, i) => ({
          // No length for what is not known; its word stands where the bar would begin.
          value: drawn(p.value) ?? 0,
          itemStyle: { color: orderedColour(p.cuts[0]?.key ?? '', frame), ...(drawn(p.value) === null ? { decal: hatch(frame) } : {}) },
          label: { formatter: text(i) },
        })),
        label: { show: true, position: 'right', color: t.ink, fontSize: 12 },
      },
    ],
  } as EChartsOption; // prettier-ignore
}

/** The same stages as rows, in the same order. */
export const funnelTable = listTable;
