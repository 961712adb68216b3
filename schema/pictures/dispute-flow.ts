import type { EChartsOption } from 'echarts';
import { baseOption, categoryAxis, tooltipText, valueAxis } from './base.ts';
import { monthEnd } from './days.ts';
import { formatCount, formatNumber, formatValue } from './format.ts';
import type { Frame, PictureAnswer } from './frame.ts';
import { periodName, periodTick } from './periods.ts';
import { type Twin } from './table.ts';
import { tokens } from './tokens.ts';
import { word } from './words.ts';

/** A year of disputes: filed and closed by month, the year before, the success of mediation. */
export interface DisputeFlow {
  readonly filed: PictureAnswer;
  readonly filedLastYear: PictureAnswer;
  readonly closed: PictureAnswer;
  readonly success: PictureAnswer;
  /** The cut-off day; a month that has not ended is drawn hatched. */
  readonly at: string;
}

const values = (answer: PictureAnswer): (number | null)[] => answer.points.map(p => p.value.value ?? null);

/** Two panels on one time axis, so that rates and counts never share a scale. */
export function disputeFlowOption(flow: DisputeFlow, frame: Frame, title: string): EChartsOption {
  const t = tokens[frame.theme];
  const { language } = frame;
  const periods = flow.filed.points.map(p => p.period ?? '');
  const ticks = periods.map((p, i) => periodTick(p, i, frame));
  const target = flow.success.points[0]?.value.target ?? null;
  const aim = target === null ? [] : [target];
  const success = values(flow.success);
  const lastKnown = success.findLastIndex(v => v !== null);
  const floor = Math.max(
    0,
    Math.floor(Math.min(1, ...aim, ...success.filter(v => v !== null)) * 10 - 0.5) / 10,
  );
  const right = 56;
  const open = (period: string): boolean => monthEnd(period) > flow.at;
  const plain = { type: 'line' as const, symbol: 'circle', symbolSize: 5, animation: false };
  return {
    ...baseOption(frame, title),
    grid: [
      { left: 40, right, top: 28, height: 40 },
      { left: 40, right, top: 104, bottom: 40 },
    ],
    title: [
      { text: `${word(language, 'success')}${aim.map(share => `  ·  ${word(language, 'target')} ${Math.round(share * 100)}%`).join('')}`, left: 0, top: 0, padding: 0, textStyle: { fontSize: 12, fontWeight: 'normal', color: t.muted } },
      { text: legend(frame), left: 0, top: 80, padding: 0, textStyle: { fontSize: 12, fontWeight: 'normal', color: t.muted, rich: swatches(frame) } },
    ],
    tooltip: { ...baseOption(frame, title).tooltip, formatter: params => hover(params, flow, frame) },
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    xAxis: [
      { ...categoryAxis(frame, ticks), gridIndex: 0, axisLabel: { show: false }, axisLine: { show: false } },
      { ...categoryAxis(frame, ticks), gridIndex: 1 },
    ],
    yAxis: [
      { ...valueAxis(frame, v => `${Math.round(v * 100)}%`), gridIndex: 0, min: floor, max: 1, interval: 1 - floor },
      { ...valueAxis(frame, formatCount), gridIndex: 1, min: 0, minInterval: 1, splitNumber: 4 },
    ],
    series: [
      {
        ...plain, id: 'success', name: word(language, 'success'), xAxisIndex: 0, yAxisIndex: 0, data: success, connectNulls: true, symbolSize: 4,
        lineStyle: { color: t.actual, width: 2 }, itemStyle: { color: t.actual },
        markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: t.muted, type: [5, 4], width: 1.5 }, data: aim.map(yAxis => ({ yAxis })) },
        label: { show: true, position: 'right', color: t.actual, textBorderColor: t.surface, textBorderWidth: 4, fontWeight: 'bold', formatter: (p: { dataIndex: number }) => (p.dataIndex === lastKnown ? `${formatNumber(success[lastKnown], 'RATIO')}%` : '') },
      },
      { id: 'lastYear', name: word(language, 'lastYear'), type: 'bar', xAxisIndex: 1, yAxisIndex: 1, data: values(flow.filedLastYear), itemStyle: { color: t.last }, barGap: '-55%', barCategoryGap: '30%', animation: false },
      {
        id: 'filed', name: word(language, 'filed'), type: 'bar', xAxisIndex: 1, yAxisIndex: 1, animation: false, itemStyle: { color: t.actual },
        data: flow.filed.points.map(p => ({
          value: p.value.value ?? null,
          ...(open(p.period ?? '') ? { itemStyle: { color: t.actual, decal: { symbol: 'rect', color: t.surface, dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: Math.PI / 4 } } } : {}),
        })),
      },
      {
        ...plain, id: 'closed', name: word(language, 'closed'), xAxisIndex: 1, yAxisIndex: 1, data: values(flow.closed),
        lineStyle: { color: t.second, width: 2 }, itemStyle: { color: t.second },
        label: { show: true, position: 'right', color: t.second, textBorderColor: t.surface, textBorderWidth: 4, formatter: (p: { dataIndex: number; value: unknown }) => (p.dataIndex === periods.length - 1 ? `${word(language, 'closed')} ${formatCount(Number(p.value))}` : '') },
      },
    ],
  } as EChartsOption; // prettier-ignore
}

const legend = ({ language }: Frame): string =>
  `{filed|■} ${word(language, 'filed')}   {last|■} ${word(language, 'lastYear')}   {closed|●} ${word(language, 'closed')}`;

function swatches(frame: Frame): Record<string, { color: string; fontSize: number }> {
  const t = tokens[frame.theme];
  return {
    filed: { color: t.actual, fontSize: 12 },
    last: { color: t.last, fontSize: 12 },
    closed: { color: t.second, fontSize: 12 },
  };
}

function hover(params: unknown, flow: DisputeFlow, frame: Frame): string {
  const first = (Array.isArray(params) ? params[0] : params) as { dataIndex?: number } | undefined;
  const row = disputeFlowTable(flow, frame).rows[first?.dataIndex ?? -1];
  if (!row) return '';
  const { columns } = disputeFlowTable(flow, frame);
  return tooltipText(
    row[0] ?? '',
    row.slice(1).map((value, i) => [columns[i + 1] ?? '', value] as const),
  );
}

/** The same figures as rows. */
export function disputeFlowTable(flow: DisputeFlow, frame: Frame): Twin {
  const { language } = frame;
  return {
    columns: [word(language, 'period'), word(language, 'filed'), word(language, 'lastYear'), word(language, 'closed'), word(language, 'success')],
    rows: flow.filed.points.map((p, i) => [
      p.period ? periodName(p.period, frame) : '',
      formatCount(p.value.value),
      formatCount(flow.filedLastYear.points[i]?.value.value),
      formatCount(flow.closed.points[i]?.value.value),
      formatValue(flow.success.points[i]?.value.value, 'RATIO', '', language),
    ]),
  }; // prettier-ignore
}
