import { can } from '../access/policy.ts';
import type { Message } from '../kernel/errors.ts';
import type { TypeDef } from './define-list.ts';
import type { Statement } from './statement.ts';

/** Where one present value came from. */
export interface Provenance {
  field: string;
  label: string;
  fileName: string;
  sheet: string;
  row: number;
  importId: string;
  knownFrom: Date;
}

/** Where the sources stand in the answer, and what their fields are called. */
export interface WrittenProvenance {
  readonly set: number;
  readonly labels: Readonly<Record<string, Message>>;
}

/**
 * The source of every value of the level's rows. A value's source is the oldest revision of the unbroken run of
 * revisions that hold it, so a re-import that repeats a value does not take it over.
 */
export function writeProvenance(statement: Statement, type: TypeDef, level: string): WrittenProvenance {
  const fields = Object.entries(type.fields).filter(
    ([, field]) => field.source?.length && (!field.needs || can(statement.request.viewer, field.needs)),
  );
  const values = fields.map(([name, field]) => {
    const parts = (field.source ?? []).map(column => `h.${column}::text`);
    return `('${name}', ${parts.length === 1 ? parts[0] : `nullif(concat_ws('|', ${parts.join(', ')}), '')`})`;
  });
  const { known: moment } = statement.request;
  const known = moment ? ` where h.change_id <= ${statement.lastKnown(moment)}` : '';
  const newest = 'partition by h.id, v.field order by h.change_id desc';
  const revisions = statement.level(`select h.id, h.change_id, h.import_row_id, v.field, v.value,
    row_number() over (${newest}) as age, first_value(v.value) over (${newest}) as present
  from ${level} p join ${type.table}_revision h on h.id = p.id
    cross join lateral (values ${values.join(', ')}) v(field, value)${known}`);
  const runs = statement.level(`select n.*,
    min(n.age) filter (where n.value is distinct from n.present) over (partition by n.id, n.field) as broken
  from ${revisions} n where n.present is not null`);
  const oldest = statement.level(`select distinct on (n.id, n.field) n.*
  from ${runs} n where n.age < coalesce(n.broken, 2147483647) order by n.id, n.field, n.age desc`);
  const set =
    statement.set(`select json_agg(json_build_array(n.id, n.field, f.file_name, s.sheet, i.row_no, f.id,
      coalesce(nullif(c.known_at, '-infinity'), f.received_at)))
    from ${oldest} n join import_row i on i.id = n.import_row_id
      join import_sheet s on s.id = i.sheet_id join import_file f on f.id = s.file_id left join change c on c.id = n.change_id`);
  return { set, labels: Object.fromEntries(fields.map(([name, field]) => [name, field.label])) };
}

/** Row id → its provenance, in the order of the type's fields. */
export function readProvenance(
  { set, labels }: WrittenProvenance,
  sets: readonly unknown[],
  language: keyof Message,
): Map<number, Provenance[]> {
  const order = Object.keys(labels);
  const found = new Map<number, Provenance[]>();
  type Row = [number, string, string, string, number, string, string];
  for (const [id, field, fileName, sheet, row, importId, knownFrom] of (sets[set] ?? []) as Row[]) {
    const label = labels[field]?.[language] ?? field;
    const one = { field, label, fileName, sheet, row, importId, knownFrom: new Date(knownFrom) };
    const list = found.get(id);
    if (list) list.push(one);
    else found.set(id, [one]);
  }
  for (const list of found.values()) list.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  return found;
}
