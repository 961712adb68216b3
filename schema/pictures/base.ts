import type { EChartsOption } from 'echarts';
import { formatNumber } from './format.ts';
import type { Frame, Unit } from './frame.ts';
import { fontStack, tokens } from './tokens.ts';

/** What all pictures share: type, colours, no motion beyond 200 ms, a description for screen readers. */
export function baseOption(frame: Frame, description: string): EChartsOption {
  const t = tokens[frame.theme];
  return {
    useUTC: true,
    backgroundColor: 'transparent',
    textStyle: { fontFamily: fontStack, fontSize: 12, color: t.muted },
    animationDuration: 200,
    animationDurationUpdate: 200,
    aria: { enabled: true, label: { description } },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: t.surface,
      borderColor: t.grid,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: t.ink, fontSize: 12, fontFamily: fontStack },
      extraCssText: 'box-shadow: none; border-radius: 6px;',
      axisPointer: { type: 'line', lineStyle: { color: t.faint, width: 1 } },
    },
  };
}

/** A number axis with faint lines and no frame. */
export function valueAxis(frame: Frame, format: (value: number) => string) {
  const t = tokens[frame.theme];
  return {
    type: 'value' as const,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: t.grid, width: 1 } },
    axisLabel: { color: t.muted, fontSize: 12, formatter: format },
  };
}

/** A number on an axis: percent without a needless decimal; the rest as everywhere. */
export const axisNumber = (value: number, unit: Unit): string =>
  unit === 'RATIO' ? `${Number((value * 100).toFixed(1))}%` : formatNumber(value, unit);

/** An axis of names or periods. */
export function categoryAxis(frame: Frame, data: string[]) {
  const t = tokens[frame.theme];
  return {
    type: 'category' as const,
    data,
    axisLine: { lineStyle: { color: t.faint } },
    axisTick: { show: false },
    axisLabel: { color: t.muted, fontSize: 12, lineHeight: 16, hideOverlap: true },
  };
}

/** What hovering tells: a heading, and under it names with their values. */
export interface Tooltip {
  readonly heading: string;
  readonly lines: readonly (readonly [string, string])[];
}

const between = '\t';
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** A tooltip as plain text, a line each: a page makes elements of it, so no name is ever read as markup. */
export const tooltipText = (heading: Tooltip['heading'], lines: Tooltip['lines']): string =>
  [plain(heading), ...lines.map(line => line.map(plain).join(between))].join('\n');

/** The parts of such a text again. */
export function readTooltip(text: string): Tooltip {
  const [heading = '', ...lines] = text.split('\n');
  return { heading, lines: lines.map(line => line.split(between) as [string, string]) };
}
