import type { Query } from '../../kernel/database.ts';

/** One column of a fact table as the database declares it. */
interface FactColumn {
  readonly name: string;
  readonly type: string;
  /** The database's default, for a row that says nothing. */
  readonly fallback: string | null;
}

/** A table that a form fills, and the columns its key stands in. */
export interface FactTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: ReadonlyMap<string, FactColumn>;
}

/** What the hub writes itself on every fact. */
const ownColumns = new Set(['id', 'import_row_id', 'change_id', 'version', 'created_at', 'updated_at']);

/** Reads a table's columns from the catalogue: the database is the one place that names their types. */
export async function loadFactTable(query: Query, name: string): Promise<FactTable> {
  const columns = await query<FactColumn>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
        pg_get_expr(d.adbin, d.adrelid) as fallback
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    [name],
  );
  const written = columns.filter(column => !ownColumns.has(column.name));
  return { name, key: keys[name] ?? [], columns: new Map(written.map(column => [column.name, column])) };
}

/** The natural key of each fact, as the unique constraint of its table has it. */
const keys: Readonly<Record<string, readonly string[]>> = {
  enterprise: ['uscc'],
  union_organisation: ['enterprise_id'],
  certification: ['enterprise_id', 'filed_on'],
  contract: ['enterprise_id', 'contract_key'],
  filing: ['enterprise_id', 'filed_on', 'kind'],
  signing: ['platform_contract_key', 'party'],
  inspection: ['case_key'],
  dispute: ['case_key'],
};

/** One row on its way into a fact table: column → value, ready for JSON. */
export type FactRecord = Record<string, unknown>;

/** `incoming`: the JSON array of $1 as rows of the table's own types. */
function incoming(table: FactTable, columns: readonly string[], extra: string): string {
  const typed = columns.map(name => `${name} ${table.columns.get(name)?.type ?? 'text'}`);
  return `incoming as (select * from jsonb_to_recordset($1::jsonb) as r(${[extra, ...typed].join(', ')}))`;
}

/** What stands in the table under one key, and whether the row says something else. */
export interface Existing {
  readonly ord: number;
  readonly id: number;
  readonly import_row_id: number;
  readonly file_id: string;
  /** Set where the employer of the standing row was found by name alone. */
  readonly matched_name_key: string | null;
  readonly differs: boolean;
  /** The newest day of report that any file named when it stated this fact. */
  readonly stated_on: string | null;
  /** The columns asked for, as they stand. */
  readonly standing: Readonly<Record<string, unknown>>;
}

/** Compares a batch with what is known: normalised values, personal ones by their hash, names by their key. */
export function compare(
  query: Query,
  table: FactTable,
  records: readonly FactRecord[],
  columns: readonly string[],
  standing: readonly string[] = [],
): Promise<Existing[]> {
  const judged = columns.filter(name => counts(table, name));
  const [old, said] = [judged.map(name => spelt(`t.${name}`)), judged.map(name => spelt(`i.${name}`))];
  return query<Existing>(
    `with ${incoming(table, [...new Set([...table.key, ...columns])], 'ord int')}
     select i.ord, t.id, t.import_row_id, s.file_id, r.matched_name_key, f.stated_on,
        row(${old.join(', ')}) is distinct from row(${said.join(', ')}) as differs,
        jsonb_build_object(${standing.map(name => `'${name}', t.${name}`).join(', ')}) as standing
       from incoming i join ${table.name} t on ${table.key.map(name => `t.${name} = i.${name}`).join(' and ')}
       join import_row r on r.id = t.import_row_id join import_sheet s on s.id = r.sheet_id
       left join fact_statement f on f.fact_table = '${table.name}' and f.fact_id = t.id`,
    [JSON.stringify(records)],
  );
}

/** Whether the column holds the name of an employer as a row writes it, which has no key of its own. */
export const isName = (column: string): boolean => column.endsWith('_name');

/** A column as it is compared: names in the database's words of nameKey, everything else as it stands. */
function spelt(column: string): string {
  if (!isName(column)) return column;
  const tight = `regexp_replace(normalize(${column}, nfkc), '[\\s\\u200b\\ufeff]+', '', 'g')`;
  return `upper(translate(${tight}, '〔【［[{〕】］]}', '((((()))))'))`;
}

/** Ciphertext and masks follow their hash; a name follows its key: another spelling is no correction. */
export function counts(table: FactTable, name: string): boolean {
  return !/_(cipher|mask)$/.test(name) && !keyColumn(table, name);
}

/** The column that holds a name or number in the form in which two spellings are equal, if there is one. */
export function keyColumn(table: FactTable, name: string): string | undefined {
  const key = `${name.replace(/_no$/, '')}_key`;
  return table.columns.has(key) ? key : undefined;
}

/** Inserts facts that are new; a column the file lacks takes the database's default. */
export async function insertFacts(
  query: Query,
  table: FactTable,
  records: readonly FactRecord[],
  columns: readonly string[],
  known: Date,
): Promise<void> {
  if (!records.length) return;
  const values = columns.map(name => {
    const fallback = table.columns.get(name)?.fallback;
    return fallback ? `coalesce(i.${name}, ${fallback})` : `i.${name}`;
  });
  await query(
    `with ${incoming(table, columns, 'import_row_id bigint')}
     insert into ${table.name} (${columns.join(', ')}, import_row_id, created_at, updated_at)
     select ${values.join(', ')}, i.import_row_id, $2, $2 from incoming i`,
    [JSON.stringify(records), known],
  );
}

/** Corrects facts: only the columns the file carries; the trigger keeps what they said before. */
export async function updateFacts(
  query: Query,
  table: FactTable,
  records: readonly FactRecord[],
  columns: readonly string[],
  known: Date,
): Promise<void> {
  if (!records.length) return;
  await query(
    `with ${incoming(table, columns, 'id bigint, import_row_id bigint')}
     update ${table.name} t set ${columns.map(name => `${name} = i.${name}`).join(', ')},
        import_row_id = i.import_row_id, version = t.version + 1, updated_at = $2
       from incoming i where t.id = i.id`,
    [JSON.stringify(records), known],
  );
}
