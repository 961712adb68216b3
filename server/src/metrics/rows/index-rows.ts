import type { Language } from '../../access/viewer.ts';
import type { Cursors } from '../../kernel/cursor.ts';
import type { MetricValue } from '../figure.ts';
import { rowsAsked, rowsOf, type MetricRows, type PlainRow, type RowArgs } from './metric-rows.ts';
import { partReason } from './reasons.ts';

/**
 * The rows of an index are its parts: what each adds to it, or what each lacks. They name no employer; parts that are
 * left out add nothing and stand among the missing.
 */
export function indexRows(
  cursors: Cursors,
  args: RowArgs,
  { parts, value }: MetricValue,
  language: Language,
): MetricRows {
  const all = parts ?? [];
  const weights = all.reduce((sum, part) => sum + (part.included ? part.weight : 0), 0);
  const share = (points: number): number => (weights ? (100 * points) / weights : 0);
  const rows = all
    .map((part, id): PlainRow => {
      const points = part.points ?? 0;
      return {
        id,
        place: id,
        contribution: args.inside ? share(points) : part.included ? share(part.weight - points) : 0,
        reason: partReason(part, language),
        ids: {},
      };
    })
    .filter((row, id) => row.contribution > 0 || (!args.inside && !all[id]?.included));
  const { window, after } = rowsAsked(cursors, args);
  const rest = rows.filter(row => !after || row.place > after.place);
  const lacking = value === null ? 0 : 100 - value;
  return rowsOf(
    cursors,
    args,
    rest.slice(0, window.size + 1),
    rows.length,
    args.inside ? (value ?? 0) : lacking,
  );
}
