import { can } from '../access/policy.ts';
import { DomainError } from '../kernel/errors.ts';
import type { FieldDef } from './define-list.ts';
import type { ListOrder } from './order.ts';
import type { Link, Picked, Selection } from './selection.ts';
import type { Statement } from './statement.ts';

/** One kind of row that the statement returns, and what of it leads to further levels. */
export interface Level {
  readonly selection: Selection;
  /** Name of its common table expression. */
  readonly name: string;
  /** Place of its columns in the answer. */
  readonly set: number;
  /** Columns in front of the picked ones: what rows are joined and placed by. */
  readonly keys: readonly string[];
  /** How many sort keys stand behind those, as text, when cursors are asked for. */
  readonly sortKeys: number;
  readonly picks: readonly WrittenPick[];
}

/** A picked field and how many columns it takes. */
export interface WrittenPick {
  readonly picked: Picked;
  readonly width: number;
}

/** What a level selects its rows by. */
export interface LevelBody {
  /** Column of the row by which its parent finds it. */
  readonly key?: string;
  readonly order?: ListOrder | undefined;
  /** The SELECT around these columns; the row's alias is `r`. */
  readonly select: (columns: string) => string;
}

/** The day argument of a field such as `stage(at)`. */
export type DayArgument = (picked: Picked) => unknown;

/** Writes a level: only the columns that are asked for, those that join it, and its sort keys if cursors need them. */
export function writeLevel(
  statement: Statement,
  selection: Selection,
  body: LevelBody,
  dayOf: DayArgument,
): Level {
  const keys = new Map<string, string>([['id', 'r.id']]);
  if (body.key) keys.set('k', `r.${body.key} as k`);
  for (const { relation } of selection.links) {
    if (relation.fromColumn !== 'id') keys.set(relation.fromColumn, `r.${relation.fromColumn}`);
  }
  const sorted = (body.order?.keys ?? []).slice(0, -1).map((key, i) => `(${key.sql})::text as o${i}`);
  const picks: WrittenPick[] = [];
  const picked: string[] = [];
  for (const pick of selection.picks) {
    const columns = columnsOf(statement, pick.field, pick.node ? dayOf(pick) : undefined);
    picks.push({ picked: pick, width: columns.length });
    for (const sql of columns) picked.push(`${sql} as c${picked.length}`);
  }
  const name = statement.level(body.select([...keys.values(), ...sorted, ...picked].join(', ')));
  const columns = [...keys.keys(), ...sorted.map((_, i) => `o${i}`), ...picked.map((_, i) => `c${i}`)];
  return {
    selection,
    name,
    set: statement.columns(name, columns),
    keys: [...keys.keys()],
    sortKeys: sorted.length,
    picks,
  };
}

/** A field the viewer may not read is never fetched. */
function columnsOf(statement: Statement, field: FieldDef, on: unknown): string[] {
  if (field.needs && !can(statement.request.viewer, field.needs)) return ['null'];
  if (field.kept && !statement.request.known) return [statement.row(field.kept, 'r', on)];
  field.tables?.forEach(table => statement.table(table));
  if (field.codes) statement.codes(field.codes);
  return field.sql.map(sql => statement.row(sql, 'r', on));
}

/** A relation whose target the viewer may not read is refused, not emptied. */
export function demandLink(statement: Statement, link: Link): void {
  if (!can(statement.request.viewer, link.relation.needs)) throw DomainError.forbidden();
}
