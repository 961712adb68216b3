import { axisNumber, baseOption, valueAxis } from '@hexie/schema/pictures/base.ts';
import { dayFromNumber, dayNumber, sentenceDay } from '@hexie/schema/pictures/days.ts';
import { formatValue } from '@hexie/schema/pictures/format.ts';
import type { Frame, Unit } from '@hexie/schema/pictures/frame.ts';
import { tokens } from '@hexie/schema/pictures/tokens.ts';
import type { EChartsOption } from 'echarts';

const dayLength = 86_400_000;

/** The points of a path that can be drawn, from early to late; what is half typed is left out. */
export const drawable = (
  path: readonly { readonly day: string; readonly value: string }[],
): { day: string; value: number }[] =>
  path
    .filter(
      ({ day, value }) => /^\d{4}-\d\d-\d\d$/.test(day) && value !== '' && Number.isFinite(Number(value)),
    )
    .map(({ day, value }) => ({ day, value: Number(value) }))
    .toSorted((a, b) => a.day.localeCompare(b.day));

/** A target path as it will hold: level before its first point and after its last, even steps between. */
export function targetPicture(
  points: readonly { readonly day: string; readonly value: number }[],
  of: { readonly unit: Unit; readonly key: string; readonly today: string; readonly todayName: string },
  frame: Frame,
  title: string,
): EChartsOption {
  const t = tokens[frame.theme];
  const say = (value: number): string => formatValue(value, of.unit, of.key, frame.language);
  const days = [...points.map(point => dayNumber(point.day)), dayNumber(of.today)];
  const [from, to] = [Math.min(...days) - 30, Math.max(...days) + 30];
  const drawn = [
    [from, points[0]?.value ?? 0],
    ...points.map(point => [dayNumber(point.day), point.value]),
    [to, points.at(-1)?.value ?? 0],
  ].map(([day = 0, value = 0]) => [day * dayLength, value]);
  return {
    ...baseOption(frame, title),
    grid: { left: 12, right: 44, top: 30, bottom: 8, containLabel: true },
    xAxis: {
      type: 'time',
      min: from * dayLength,
      max: to * dayLength,
      splitNumber: 3,
      axisLine: { lineStyle: { color: t.faint } },
      axisTick: { show: false },
      axisLabel: {
        color: t.muted,
        hideOverlap: true,
        formatter: (at: number) => dayFromNumber(Math.round(at / dayLength)).slice(0, 7),
      },
    },
    yAxis: { ...valueAxis(frame, value => axisNumber(value, of.unit)), min: 0, splitNumber: 3, ...(of.unit === 'RATIO' ? { max: 1 } : {}) },
    tooltip: { show: false },
    series: [
      {
        type: 'line',
        data: drawn,
        symbol: (_value: unknown, { dataIndex }: { dataIndex: number }) =>
          dataIndex === 0 || dataIndex === drawn.length - 1 ? 'none' : 'circle',
        symbolSize: 7,
        itemStyle: { color: t.surface, borderColor: t.actual, borderWidth: 2 },
        lineStyle: { color: t.actual, width: 2, type: 'dashed' },
        label: {
          show: true,
          position: 'top',
          color: t.ink,
          backgroundColor: t.surface,
          padding: [0, 2],
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const point = points[dataIndex - 1];
            return point ? say(point.value) : '';
          },
        },
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: t.faint, type: 'solid', width: 1 },
          label: { formatter: `${of.todayName} ${sentenceDay(of.today, frame.language, false)}`, color: t.muted, position: 'end' },
          data: [{ xAxis: dayNumber(of.today) * dayLength }],
        },
      },
    ],
  }; // prettier-ignore
}
