import type { EChartsOption } from 'echarts';
import { axisNumber, baseOption, categoryAxis, tooltipText, valueAxis } from './base.ts';
import { formatNumber } from './format.ts';
import type { Frame, PictureAnswer } from './frame.ts';
import { funnelOption, orderedColour } from './funnel.ts';
import { drawn, figureText, groupsOf, hatch, hovered, listTable } from './groups.ts';
import { cutName } from './table.ts';
import { tokens } from './tokens.ts';

/** Bands in their own order (days, ages, sizes): columns from zero with the figure above; on a phone they lie down. */
export function columnsOption(answer: PictureAnswer, frame: Frame, title: string): EChartsOption {
  if (frame.narrow) return funnelOption(answer, frame, title);
  const t = tokens[frame.theme];
  const { points, metric } = answer;
  const names = new Map(groupsOf(answer, frame).map(group => [group.key, group.short]));
  const axis = categoryAxis(frame, points.map(p => names.get(p.cuts[0]?.key ?? '') ?? metric.name)); // prettier-ignore
  const above = (i: number): string => {
    const value = drawn(points[i]?.value);
    if (value === null) return figureText(points[i]?.value, answer, frame);
    return `${formatNumber(value, metric.unit)}${metric.unit === 'RATIO' ? '%' : ''}`;
  };
  return {
    ...baseOption(frame, title),
    grid: { left: 8, right: 8, top: 24, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...baseOption(frame, title).tooltip,
      axisPointer: { type: 'shadow', shadowStyle: { color: t.grid, opacity: 0.4 } },
      formatter: params => {
        const point = points[hovered(params)];
        return point ? tooltipText(cutName(point, frame), [[metric.name, figureText(point.value, answer, frame)]]) : '';
      },
    },
    xAxis: { ...axis, axisLabel: { ...axis.axisLabel, hideOverlap: false, interval: 0, width: Math.floor(640 / Math.max(1, points.length)), overflow: 'break' } },
    yAxis: { ...valueAxis(frame, v => axisNumber(v, metric.unit)), min: 0, splitNumber: 4, ...(metric.unit === 'COUNT' ? { minInterval: 1 } : {}) },
    series: [
      {
        id: metric.key, type: 'bar', barMaxWidth: 56, animation: false,
        data: points.map((p, i) => ({
          value: drawn(p.value) ?? 0,
          itemStyle: { color: orderedColour(p.cuts[0]?.key ?? '', frame), ...(drawn(p.value) === null ? { decal: hatch(frame) } : {}) },
          label: { formatter: above(i) },
        })),
        label: { show: true, position: 'top', color: t.ink, fontSize: 12 },
      },
    ],
  } as EChartsOption; // prettier-ignore
}

/** The same bands as rows, in the same order. */
export const columnsTable = listTable;
