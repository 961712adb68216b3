import { personalPolicy, type PersonalPolicy } from '../access/policy/personal.ts';
import { records, type RecordPolicy } from '../access/policy/records.ts';
import type { Database, Scope } from '../kernel/database.ts';
import { isSealed } from './personal-fields.ts';

/** One value that is held of somebody, as it may be shown, and the policy it is held under. */
export interface SubjectValue {
  readonly field: string;
  readonly shown: string | null;
  readonly policy: PersonalPolicy;
}

/** A record that speaks of somebody, as it stands or stood last. */
export interface SubjectRecord {
  readonly id: string;
  readonly kind: string;
  readonly employer: string | null;
  /** Whether it counts today; what was withdrawn or voided stays in the history. */
  readonly current: boolean;
  readonly values: readonly SubjectValue[];
  /** The files whose rows spoke of it, as the trail names them: `Import:3`. */
  readonly files: readonly string[];
}

type Row = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * Every record that bears an identity number, found by its keyed hash, in any version: who was shown yesterday what was
 * withdrawn today has still been looked at. Which kinds bear one is what the policy says.
 */
export async function recordsOf(database: Database, scope: Scope, hash: string): Promise<SubjectRecord[]> {
  const found: SubjectRecord[] = [];
  for (const [kind, record] of Object.entries<RecordPolicy>(records)) {
    const key = Object.values(record.personal).find(({ category }) => category === 'ID_NUMBER');
    if (!key || !('employer' in record.town)) continue;
    const columns = Object.values(record.personal).map(
      ({ column }, at) => `t.${isSealed(column) ? `${column}_mask` : column}::text as v${at}`,
    );
    const sql = `select distinct on (t.id) t.id::text as id, e.name as employer,
        exists (select from ${record.table} r where r.id = t.id and r.${key.column}_hash = $1) as current,
        array(${filesOf(record.table)}) as files, ${columns.join(', ')}
      from ${record.table}_revision t left join enterprise e on e.id = t.${record.town.employer}
      where t.${key.column}_hash = $1 order by t.id, t.ended_by desc nulls first`;
    const rows = await database.read<Row>(scope, sql, [hash]);
    found.push(...rows.map(row => asRecord(kind, record, row)));
  }
  return found;
}

/** Files with a row of the same thing as any version's own: their pages and rejects are entered under the file alone. */
const filesOf = (table: string): string =>
  `select distinct 'Import:' || s.file_id from ${table}_revision v join import_row own on own.id = v.import_row_id
     join import_row said on said.id = own.id or said.fact_key = own.fact_key
     join import_sheet s on s.id = said.sheet_id where v.id = t.id`;

function asRecord(kind: string, { personal }: RecordPolicy, row: Row): SubjectRecord {
  const text = (name: string): string | null => ((row[name] ?? null) === null ? null : String(row[name]));
  return {
    id: `${kind}:${text('id')}`,
    kind,
    employer: text('employer'),
    current: row['current'] === true,
    files: (row['files'] ?? []) as readonly string[],
    values: Object.entries(personal).map(([field, { category }], at) => ({
      field,
      shown: text(`v${at}`),
      policy: personalPolicy(category),
    })),
  };
}
