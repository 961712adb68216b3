import type { EChartsOption } from 'echarts';
import { baseOption, categoryAxis, tooltipText } from './base.ts';
import { formatNumber, missing, suppressed } from './format.ts';
import type { Frame, PictureAnswer, PicturePoint } from './frame.ts';
import { crossTable, drawn, figureText, groupsOf, periodsOf } from './groups.ts';
import { stepsOver } from './steps.ts';
import { periodName, periodTick } from './periods.ts';
import { cutName, type Twin } from './table.ts';
import { tokens } from './tokens.ts';

/** Two cuts, or a period and a cut, as a field of cells: few steps of one hue, the figure in the cell where it fits. */
export function heatOption(answer: PictureAnswer, frame: Frame, title: string): EChartsOption {
  const t = tokens[frame.theme];
  const { unit, name } = answer.metric;
  const byPeriod = answer.points.some(point => point.period);
  const rows = groupsOf(answer, frame);
  const periods = byPeriod ? periodsOf(answer) : [];
  const columns = byPeriod
    ? periods.map((period, i) => periodTick(period, i, frame))
    : groupsOf(answer, frame, 1).map(group => group.short);
  const columnKeys = byPeriod ? periods : groupsOf(answer, frame, 1).map(group => group.key);
  const steps = stepsOver(
    answer.points.map(p => drawn(p.value)),
    unit,
    frame,
  );
  const column = (p: PicturePoint): number =>
    columnKeys.indexOf((byPeriod ? p.period : p.cuts[1]?.key) ?? '');
  const row = (p: PicturePoint): number => rows.findIndex(group => group.key === p.cuts[0]?.key);
  const roomy = columns.length <= (frame.narrow ? 4 : 13);
  const inCell = ({ value }: PicturePoint): string =>
    value.suppressed ? suppressed : drawn(value) === null ? missing : formatNumber(value.value, unit);
  const across = categoryAxis(frame, columns);
  return {
    ...baseOption(frame, title),
    grid: { left: 8, right: 8, top: 4, bottom: 38, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...baseOption(frame, title).tooltip,
      trigger: 'item',
      formatter: params => {
        const point = answer.points[(params as { dataIndex?: number }).dataIndex ?? -1];
        if (!point) return '';
        const when = point.period ? [periodName(point.period, frame)] : [];
        return tooltipText([...when, cutName(point, frame)].join(' · '), [[name, figureText(point.value, answer, frame)]]);
      },
    },
    xAxis: { ...across, axisLine: { show: false }, axisLabel: { ...across.axisLabel, ...(byPeriod ? {} : { interval: 0, hideOverlap: false, width: Math.floor((frame.narrow ? 240 : 720) / Math.max(1, columns.length)), overflow: 'break' }) } },
    yAxis: { ...categoryAxis(frame, rows.map(group => group.short)), inverse: true, axisLine: { show: false }, axisLabel: { color: t.ink, fontSize: 12, interval: 0, width: frame.narrow ? 80 : 152, overflow: 'truncate' } },
    visualMap: steps.legend(answer.points.some(p => drawn(p.value) === null)),
    series: [
      {
        id: answer.metric.key, type: 'heatmap', animation: false,
        itemStyle: { borderColor: t.surface, borderWidth: 2 },
        emphasis: { itemStyle: { borderColor: t.ink, borderWidth: 2 } },
        data: answer.points.map(p => {
          const step = steps.of(drawn(p.value));
          return { value: [column(p), row(p), step], label: { show: roomy, color: steps.ink(step), formatter: inCell(p) } };
        }),
        label: { fontSize: 12 },
      },
    ],
  } as EChartsOption; // prettier-ignore
}

/** The same field as a table. */
export const heatTable = (answer: PictureAnswer, frame: Frame): Twin => crossTable(answer, frame);
