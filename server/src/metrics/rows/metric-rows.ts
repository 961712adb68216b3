import type { Cursors } from '../../kernel/cursor.ts';
import type { ListArgs } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import type { Database } from '../../kernel/database.ts';
import { knownAt } from '../../kernel/known.ts';
import { forFigures } from '../../access/scope-of.ts';
import type { Viewer } from '../../access/viewer.ts';
import { scaleOf } from '../changes-of.ts';
import type { MetricDefinition } from '../define-metric.ts';
import type { ReadModel, Thing } from '../define-read-model.ts';
import type { MetricFilter } from '../metric-filter.ts';
import type { Period } from '../periods.ts';
import { reasonOf } from './reasons.ts';
import { pageAsked, pageOf, type PageAsked, type Place, type RowPage } from './row-page.ts';
import { rowStatement } from './row-statement.ts';
import { thingOf } from './row-terms.ts';

/** One row behind a figure: what it adds, why it is there or missing, and the ids of what it speaks of. */
export interface MetricRow {
  readonly contribution: number;
  readonly reason: string | null;
  readonly ids: Readonly<Partial<Record<Thing, number>>>;
  /** Its place in a ranking, and what the metric tells of it there. */
  readonly place: number;
  readonly facts?: unknown;
  readonly page: RowPage;
}

/** A page of rows; count and contribution are those of all pages. */
export interface MetricRows extends Connection<MetricRow> {
  contribution: number;
}

/** Which rows of which figure. */
export interface RowArgs extends Pick<ListArgs, 'first' | 'after'> {
  readonly metric: MetricDefinition;
  readonly period: Period;
  readonly filter?: MetricFilter | null;
  readonly asKnownAt?: Date | null;
  readonly inside: boolean;
  /** Of a gap: all that could close it, the nearest first, and not only as many as it needs. */
  readonly ranked?: boolean;
}

/** A row before its page is known. */
export type PlainRow = Omit<MetricRow, 'page'> & Place;

interface Answer {
  total: number;
  sum: number;
  rows: [
    number,
    number,
    number,
    number,
    number,
    number | null,
    string | null,
    string | null,
    string[] | null,
    unknown,
  ][];
}

/** Rows of a figure that counts. `nearest` is the figure itself where that is a gap. */
export async function countedRows(
  deps: { readonly database: Database; readonly readModels: readonly ReadModel[]; readonly cursors: Cursors },
  viewer: Viewer,
  args: RowArgs,
  nearest: number | null,
): Promise<MetricRows> {
  const { metric, period, filter, asKnownAt, inside } = args;
  const page = rowsAsked(deps.cursors, args);
  const known = await knownAt(deps.database, viewer.scope, asKnownAt);
  const { sql, values } = rowStatement(
    {
      metric,
      period,
      filter,
      known,
      inside,
      nearest: args.ranked ? 'ALL' : nearest,
      after: page.after,
      limit: page.window.size + 1,
    },
    deps.readModels,
  );
  const [answer] = await deps.database.read<Answer>(forFigures(viewer.scope), sql, values);
  if (!answer) throw new Error('a statement for rows returned no row');
  const scale = scaleOf(metric);
  const thing = thingOf(metric, deps.readModels);
  const found = answer.rows.map(([id, enterprise, at, amount, n, d, code, day, notes, facts]): PlainRow => ({
    id,
    place: at,
    contribution: amount / scale,
    reason:
      code && metric.missing ? reasonOf(metric.missing, code, { n, d, day, notes }, viewer.language) : null,
    ids: { ENTERPRISE: enterprise, [thing]: id },
    facts,
  }));
  return rowsOf(deps.cursors, args, found, Number(answer.total), Number(answer.sum) / scale);
}

/** Which page of them is asked for: a cursor holds for one figure and one side of it. */
export const rowsAsked = (cursors: Cursors, args: RowArgs): PageAsked =>
  pageAsked(
    cursors,
    `${args.metric.key} ${args.ranked ? 'ranked' : args.inside ? 'inside' : 'missing'}`,
    args,
  );

/** The page made of the rows found. */
export function rowsOf(
  cursors: Cursors,
  args: RowArgs,
  found: readonly PlainRow[],
  totalCount: number,
  contribution: number,
): MetricRows {
  const connection = pageOf(cursors, rowsAsked(cursors, args), found, totalCount, shown => {
    const page: RowPage = {
      asKnownAt: args.asKnownAt ?? null,
      ids: thing => [...new Set(shown.flatMap(({ ids }) => ids[thing] ?? []))],
    };
    return ({ contribution: of, reason, ids, place, facts }): MetricRow => ({
      contribution: of,
      reason,
      ids,
      place,
      facts,
      page,
    });
  });
  return { ...connection, contribution };
}
