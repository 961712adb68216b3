import type { EChartsOption } from 'echarts';
import { axisNumber, baseOption, categoryAxis, tooltipText, valueAxis } from './base.ts';
import type { Frame, PictureAnswer, PicturePoint } from './frame.ts';
import { crossTable, drawn, figureText, groupsOf, hovered, pointsBy } from './groups.ts';
import { layers } from './stacked.ts';
import type { Twin } from './table.ts';
import { tokens } from './tokens.ts';

/** A figure that adds up, by two cuts: a bar for each group of the first, made of the groups of the second. */
export function stackedBarsOption(answer: PictureAnswer, frame: Frame, title: string): EChartsOption {
  const t = tokens[frame.theme];
  const { unit } = answer.metric;
  const bars = groupsOf(answer, frame);
  const find = pointsBy(answer);
  const turned = (point: PicturePoint): PicturePoint => ({ ...point, cuts: point.cuts.toReversed() });
  const stack = layers({ ...answer, points: answer.points.map(turned) }, frame);
  return {
    ...baseOption(frame, title),
    grid: { left: 8, right: 16, top: frame.narrow ? 56 : 32, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { data: [...new Set(stack.map(layer => layer.shownAs))], left: 0, right: 0, top: 0, padding: 0, itemWidth: 12, itemHeight: 12, itemGap: 10, icon: 'rect', textStyle: { color: t.muted, fontSize: 12, width: 140, overflow: 'truncate' }, inactiveColor: t.faint },
    tooltip: {
      ...baseOption(frame, title).tooltip,
      axisPointer: { type: 'shadow', shadowStyle: { color: t.grid, opacity: 0.4 } },
      formatter: params => {
        const bar = bars[hovered(params)];
        if (!bar) return '';
        return tooltipText(bar.name, stack.map(layer => [layer.name, figureText(find('', bar.key, layer.key)?.value, answer, frame)] as const));
      },
    },
    xAxis: { ...valueAxis(frame, v => axisNumber(v, unit)), min: 0, splitNumber: frame.narrow ? 2 : 4, ...(unit === 'COUNT' || unit === 'PERSONS' ? { minInterval: 1 } : {}) },
    yAxis: { ...categoryAxis(frame, bars.map(bar => bar.short)), inverse: true },
    series: stack.map(layer => ({
      id: `of ${layer.key}`, name: layer.shownAs, type: 'bar', stack: 'whole', barMaxWidth: 24, animation: false,
      itemStyle: { color: layer.colour, borderColor: t.surface, borderWidth: 0.5 },
      data: bars.map(bar => {
        const point = find('', bar.key, layer.key);
        return { value: drawn(point?.value), point: point ? answer.points.indexOf(point) : -1 };
      }),
    })),
  } as EChartsOption; // prettier-ignore
}

/** The same figures: a line for each bar, a column for each of its parts. */
export const stackedBarsTable = (answer: PictureAnswer, frame: Frame): Twin => crossTable(answer, frame);
