import { demand } from '../../access/policy.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Day } from '../../kernel/days.ts';
import type { ListArgs } from '../../kernel/page.ts';
import type { MetricDefinition } from '../define-metric.ts';
import { frameOf, type MetricArgs } from '../frame.ts';
import type { MetricAnswer, MetricDeps } from '../metric.service.ts';
import { indexRows } from './index-rows.ts';
import { countedRows, rowsOf, type MetricRows } from './metric-rows.ts';

/** Which rows of which figure, on which side, and which page of them. */
export interface RowsArgs extends Omit<MetricArgs, 'grain' | 'by'>, Pick<ListArgs, 'first' | 'after'> {
  inside?: boolean;
  /** Of a gap: all that could close it, the nearest first. */
  ranked?: boolean;
}

/** Rows, and what all of them must add up to: the numerator, or what it lacks to its denominator. */
export interface WholeRows extends MetricRows {
  whole: number;
}

/** What rows and differences are worked out with: the definition of a key, and a figure. */
export interface FigureTools {
  readonly deps: MetricDeps;
  find(viewer: Viewer, key: string): MetricDefinition;
  figure(viewer: Viewer, args: MetricArgs): Promise<MetricAnswer>;
  today(): Day;
}

/** The rows behind a figure, or those it lacks, for whoever may open them. */
export async function wholeRows(tools: FigureTools, viewer: Viewer, args: RowsArgs): Promise<WholeRows> {
  const { deps } = tools;
  const { inside = true, ranked = false, first, after, ...asked } = args;
  const metric = tools.find(viewer, args.key);
  demand(viewer, metric.rows);
  const { filter = null, asKnownAt = null } = args;
  const period = frameOf(metric, asked, tools.today()).total;
  // The figure comes first: it checks what was asked, and knows what was delivered and how wide a gap is.
  const { total } = await tools.figure(viewer, asked);
  const wanted = {
    metric,
    period,
    filter,
    asKnownAt,
    inside,
    ranked,
    first: first ?? null,
    after: after ?? null,
  };
  const { numerator, denominator } = total;
  if (metric.parts) {
    const parts = indexRows(deps.cursors, wanted, total, viewer.language);
    return { ...parts, whole: parts.contribution };
  }
  const whole = (inside ? numerator : (denominator ?? 0) - (numerator ?? 0)) ?? 0;
  const nobody = !inside && (metric.unit !== 'RATIO' || !metric.missing);
  if (numerator === null || nobody) return { ...rowsOf(deps.cursors, wanted, [], 0, 0), whole };
  return { ...(await countedRows(deps, viewer, wanted, metric.gapTo ? numerator : null)), whole };
}
