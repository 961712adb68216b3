import type { Cursors } from '../../kernel/cursor.ts';
import { connectionOf, windowOf, type ListArgs, type Window } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import type { Database } from '../../kernel/database.ts';
import { knownAt } from '../../kernel/known.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { MetricDefinition } from '../define-metric.ts';
import type { ReadModel, Thing } from '../define-read-model.ts';
import type { MetricFilter } from '../metric-filter.ts';
import type { Period } from '../periods.ts';
import { reasonOf } from './reasons.ts';
import { rowStatement, thingOf } from './row-statement.ts';

/** One row behind a figure: what it adds, why it is there or missing, and the ids of what it speaks of. */
export interface MetricRow {
  readonly contribution: number;
  readonly reason: string | null;
  readonly ids: Readonly<Partial<Record<Thing, number>>>;
  readonly page: RowPage;
}

/** What the rows of a page share: how they are told apart from rows of another answer, and which they name. */
export interface RowPage {
  readonly asKnownAt: Date | null;
  readonly ids: (thing: Thing) => number[];
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
}

/** A row before its page is known. */
export interface PlainRow extends Omit<MetricRow, 'page'> {
  readonly place: number;
  readonly id: number;
}

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
  const place = placeOf(deps.cursors, args);
  const known = await knownAt(deps.database, viewer.scope, asKnownAt);
  const { sql, values } = rowStatement(
    { metric, period, filter, known, inside, nearest, after: place.after, limit: place.window.size + 1 },
    deps.readModels,
  );
  const [answer] = await deps.database.read<Answer>(viewer.scope, sql, values);
  if (!answer) throw new Error('a statement for rows returned no row');
  const scale = metric.unit === 'YUAN' ? 100 : 1;
  const thing = thingOf(metric, deps.readModels);
  const found = answer.rows.map(([id, enterprise, at, amount, n, d, code, day, notes]): PlainRow => ({
    id,
    place: at,
    contribution: amount / scale,
    reason:
      code && metric.missing ? reasonOf(metric.missing, code, { n, d, day, notes }, viewer.language) : null,
    ids: { ENTERPRISE: enterprise, [thing]: id },
  }));
  return pageOf(deps.cursors, args, found, Number(answer.total), Number(answer.sum) / scale);
}

/** A cursor holds for one figure and one side of it. */
const orderOf = ({ metric, inside }: RowArgs): string => `${metric.key} ${inside ? 'inside' : 'missing'}`;

/** Where a page begins and how many rows it has. */
export function placeOf(
  cursors: Cursors,
  args: RowArgs,
): { window: Window; after: { place: number; id: number } | null } {
  const window = windowOf({ first: args.first ?? null, after: args.after ?? null });
  if (window.after === null) return { window, after: null };
  const { keys, id } = cursors.decode('after', orderOf(args), window.after);
  return { window, after: { place: Number(keys[0]), id } };
}

/** The page made of the rows found, one more than it may show telling that others follow. */
export function pageOf(
  cursors: Cursors,
  args: RowArgs,
  found: readonly PlainRow[],
  totalCount: number,
  contribution: number,
): MetricRows {
  const { window } = placeOf(cursors, args);
  const shown = found.slice(0, window.size);
  const page: RowPage = {
    asKnownAt: args.asKnownAt ?? null,
    ids: thing => [...new Set(shown.flatMap(({ ids }) => ids[thing] ?? []))],
  };
  const connection = connectionOf(
    found,
    window,
    totalCount,
    ({ place, id, contribution: of, reason, ids }) => ({
      cursor: cursors.encode(orderOf(args), [String(place)], id),
      node: { contribution: of, reason, ids, page },
    }),
  );
  return { ...connection, contribution };
}
