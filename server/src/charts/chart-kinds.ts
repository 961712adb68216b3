import type { Message } from '../kernel/errors.ts';
import { bandsOnScale } from '../metrics/dimensions.ts';
import type { MetricArgs } from '../metrics/frame.ts';

/** What a kind of picture needs of the question: over time or not, and how many groups. */
interface ChartKind {
  readonly series: boolean;
  readonly cuts: readonly number[];
  /** The group it is of, where only one will do. */
  readonly only?: string;
  readonly needs: Message;
}

/** The kinds of picture that may be asked for; without one the figure and its groups decide. */
export const chartKinds = {
  line: { series: true, cuts: [0, 1, 2], needs: { zh: '按时间', en: 'a series' } },
  compare: { series: true, cuts: [0], needs: { zh: '按时间且不分组', en: 'a series without groups' } },
  stacked: { series: true, cuts: [1], needs: { zh: '按时间和一个维度', en: 'a series with one dimension' } },
  heat: { series: false, cuts: [2], needs: { zh: '两个维度', en: 'two dimensions' } },
  months: { series: true, cuts: [1], needs: { zh: '按时间和一个维度', en: 'a series with one dimension' } },
  flow: { series: false, cuts: [2], needs: { zh: '两个维度', en: 'two dimensions' } },
  bar: { series: false, cuts: [1, 2], needs: { zh: '一个维度', en: 'a dimension' } },
  distance: { series: false, cuts: [1], needs: { zh: '一个维度', en: 'one dimension' } },
  columns: { series: false, cuts: [1], needs: { zh: '一个维度', en: 'one dimension' } },
  funnel: { series: false, cuts: [1], needs: { zh: '一个维度', en: 'one dimension' } },
  map: { series: false, cuts: [1], only: 'TOWN', needs: { zh: '仅按镇（by=TOWN）', en: 'by=TOWN alone' } },
} as const satisfies Record<string, ChartKind>;
export type ChartKindName = keyof typeof chartKinds;

/** Whether a kind can be drawn from a question. */
export function fits(name: ChartKindName, { grain, by }: Pick<MetricArgs, 'grain' | 'by'>): boolean {
  const { series, cuts, only }: ChartKind = chartKinds[name];
  return !!grain === series && cuts.includes(by?.length ?? 0) && (!only || by?.[0] === only);
}

/** Dimensions whose groups have an order of their own. */
const ordered: readonly string[] = [...bandsOnScale, 'GRADE', 'SIZE'];

/** The kind a question is drawn as when none is asked for; shares by group are distances to their target where they have one. */
export function usualKind({ grain, by }: Pick<MetricArgs, 'grain' | 'by'>, toTarget: boolean): ChartKindName {
  if (grain) return 'line';
  if (by?.length === 2) return 'heat';
  if (toTarget) return 'distance';
  const [only = ''] = by ?? [];
  if (only === 'STAGE') return 'funnel';
  return ordered.includes(only) ? 'columns' : 'bar';
}
