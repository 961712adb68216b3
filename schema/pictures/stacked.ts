import type { EChartsOption } from 'echarts';
import { axisNumber, baseOption, categoryAxis, tooltipText, valueAxis } from './base.ts';
import type { Frame, PictureAnswer } from './frame.ts';
import {
  crossTable,
  drawn,
  figureText,
  groupsOf,
  hovered,
  periodsOf,
  pointsBy,
  type Group,
} from './groups.ts';
import { periodName, periodTick } from './periods.ts';
import { type Twin } from './table.ts';
import { categoryColour, tokens } from './tokens.ts';
import { word } from './words.ts';

/** A group of the stack with its colour; the smaller ones beyond six hues share the neutral one and one name. */
export interface Layer extends Group {
  readonly colour: string;
  readonly shownAs: string;
}

/** At most six hues: the groups with the highest columns have them, the others are drawn one by one in the neutral one. */
export function layers(answer: PictureAnswer, frame: Frame, hues = 6): Layer[] {
  const groups = groupsOf(answer, frame);
  const highest = (group: Group): number =>
    Math.max(0, ...answer.points.filter(p => p.cuts[0]?.key === group.key).map(p => drawn(p.value) ?? 0));
  const large = new Set(
    groups.length <= hues ? groups : groups.toSorted((a, b) => highest(b) - highest(a)).slice(0, hues),
  );
  const hued = groups.filter(group => large.has(group));
  const rest = word(frame.language, 'rest');
  return [...hued, ...groups.filter(group => !large.has(group))].map((group, i) =>
    large.has(group)
      ? { ...group, colour: categoryColour(frame.theme, group.key, i), shownAs: group.short }
      : { ...group, colour: tokens[frame.theme].last, shownAs: rest },
  );
}

/** A figure by month and group: stacked columns from zero; the year before, if given, as a light line over them. */
export function stackedOption(
  answer: PictureAnswer,
  frame: Frame,
  title: string,
  yearBefore?: PictureAnswer,
): EChartsOption {
  const t = tokens[frame.theme];
  const { unit } = answer.metric;
  const periods = periodsOf(answer);
  const find = pointsBy(answer);
  const stack = layers(answer, frame);
  const before = word(frame.language, 'yearBefore');
  // Four groups and fewer carry their names beside the last column; more need a legend.
  const beside = stack.length <= 4 && !frame.narrow;
  const column = (layer: Layer) =>
    periods.map((period, i) => {
      const point = find(period, layer.key);
      const value = drawn(point?.value);
      return {
        value,
        point: point ? answer.points.indexOf(point) : -1,
        label: { show: beside && i === periods.length - 1 && !!value },
      };
    });
  return {
    ...baseOption(frame, title),
    grid: { left: 8, right: beside ? 96 : 12, top: beside ? 12 : frame.narrow ? (stack.length > 6 ? 76 : 56) : 32, bottom: 8, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    ...(beside ? {} : { legend: { data: [...new Set([...stack.map(layer => layer.shownAs), ...(yearBefore ? [before] : [])])], left: 0, right: 0, top: 0, padding: 0, itemWidth: 12, itemHeight: 12, itemGap: 10, icon: 'rect', textStyle: { color: t.muted, fontSize: 12, width: stack.length > 5 ? 84 : 140, overflow: 'truncate' }, inactiveColor: t.faint } }),
    tooltip: {
      ...baseOption(frame, title).tooltip,
      axisPointer: { type: 'shadow', shadowStyle: { color: t.grid, opacity: 0.4 } },
      formatter: params => {
        const index = hovered(params);
        const period = periods[index];
        if (period === undefined) return '';
        return tooltipText(periodName(period, frame), [
          ...stack.map(layer => [layer.name, figureText(find(period, layer.key)?.value, answer, frame)] as const),
          ...(yearBefore ? [[before, figureText(yearBefore.points[index]?.value, yearBefore, frame)] as const] : []),
        ]);
      },
    },
    xAxis: categoryAxis(frame, periods.map((period, i) => periodTick(period, i, frame))),
    yAxis: { ...valueAxis(frame, v => axisNumber(v, unit)), min: 0, ...(unit === 'COUNT' || unit === 'PERSONS' ? { minInterval: 1 } : {}), splitNumber: 4 },
    series: [
      ...stack.map(layer => ({
        id: `of ${layer.key}`, name: layer.shownAs, type: 'bar' as const, stack: 'whole', barMaxWidth: 32, animation: false, data: column(layer),
        itemStyle: { color: layer.colour, borderColor: t.surface, borderWidth: 0.5 },
        label: { position: 'right' as const, color: t.ink, fontSize: 12, width: 88, overflow: 'truncate' as const, formatter: () => layer.short },
        labelLayout: { moveOverlap: 'shiftY' as const },
      })),
      ...(yearBefore
        ? [{ id: 'year before', name: before, type: 'line' as const, silent: true, symbol: 'none', animation: false, data: periods.map((_period, i) => drawn(yearBefore.points[i]?.value)), lineStyle: { color: t.faint, width: 2 }, itemStyle: { color: t.faint }, endLabel: { show: beside, formatter: before, color: t.muted }, labelLayout: { moveOverlap: 'shiftY' as const } }]
        : []),
    ],
  } as EChartsOption; // prettier-ignore
}

/** The same figures: a line per period, a column per group, the year before at the end. */
export function stackedTable(answer: PictureAnswer, frame: Frame, yearBefore?: PictureAnswer): Twin {
  const twin = crossTable(answer, frame);
  if (!yearBefore) return twin;
  return {
    ...twin,
    columns: [...twin.columns, word(frame.language, 'yearBefore')],
    rows: twin.rows.map((row, i) => [...row, figureText(yearBefore.points[i]?.value, yearBefore, frame)]),
  };
}
