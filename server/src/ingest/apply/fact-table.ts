import type { Query } from '../../kernel/database.ts';
import { incoming, type SqlColumn } from './sql-columns.ts';

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
  readonly standing?: Readonly<Record<string, unknown>>;
}

/**
 * The newest day of report under which a fact was stated: that of the sheet its present values came from, unless
 * another file has said the same later; only that needs an entry. `s` is the sheet, `f` the entry of fact_statement.
 */
export const statedOnSql = 'greatest(s.stated_on, f.stated_on)';

/** Which of the rows are known under their key; a look at the index and nothing else. */
export async function known(
  query: Query,
  table: FactTable,
  columns: readonly SqlColumn[],
): Promise<number[]> {
  const keys = columns.filter(({ name }) => name === 'ord' || table.key.includes(name));
  const { sql, parameters } = incoming(keys);
  const rows = await query<{ ord: number }>(
    `with ${sql} select i.ord from incoming i cross join lateral (
       select from ${table.name} t where ${sameKey(table)} limit 1) t`,
    parameters,
  );
  return rows.map(row => row.ord);
}

/** By the index, whatever the planner thinks of so many rows: the limit keeps it from reading the whole table. */
export const sameKey = (table: FactTable): string =>
  table.key.map(name => `t.${name} = i.${name}`).join(' and ');

/** Compares a batch with what is known: normalised values, personal ones by their hash, names by their key. */
export function compare(
  query: Query,
  table: FactTable,
  columns: readonly SqlColumn[],
  compared: readonly string[],
  standing: readonly string[] = [],
): Promise<Existing[]> {
  const judged = compared.filter(name => counts(table, name));
  const [old, said] = [judged.map(name => spelt(`t.${name}`)), judged.map(name => spelt(`i.${name}`))];
  const needed = new Set(['ord', ...table.key, ...judged]);
  const { sql, parameters } = incoming(columns.filter(({ name }) => needed.has(name)));
  const asked = standing.map(name => `'${name}', t.${name}`).join(', ');
  return query<Existing>(
    `with ${sql}
     select i.ord, t.id, t.import_row_id, s.file_id, r.matched_name_key, ${statedOnSql} as stated_on,
        row(${old.join(', ')}) is distinct from row(${said.join(', ')}) as differs
        ${asked && `, jsonb_build_object(${asked}) as standing`}
       from incoming i cross join lateral (select * from ${table.name} t where ${sameKey(table)} limit 1) t
       join import_row r on r.id = t.import_row_id join import_sheet s on s.id = r.sheet_id
       left join fact_statement f on f.fact_table = '${table.name}' and f.fact_id = t.id`,
    parameters,
  );
}

/** Whether the column holds the name of an employer as a row writes it, which has no key of its own. */
export const isName = (column: string): boolean => column.endsWith('_name');

/** A column as it is compared: names in the database's words of nameKey, everything else as it stands. */
export function spelt(column: string): string {
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
  columns: readonly SqlColumn[],
  at: Date,
): Promise<void> {
  const said = columns.filter(({ values }) => values.some(value => value !== null));
  const names = said.map(({ name }) => name);
  const values = names.map(name => {
    const fallback = table.columns.get(name)?.fallback;
    return fallback ? `coalesce(i.${name}, ${fallback})` : `i.${name}`;
  });
  const { sql, parameters } = incoming(said);
  const moment = `$${parameters.length + 1}`;
  await query(
    `with ${sql} insert into ${table.name} (${names.join(', ')}, created_at, updated_at)
     select ${values.join(', ')}, ${moment}, ${moment} from incoming i`,
    [...parameters, at],
  );
}

/** Corrects facts: only the columns the file carries; the trigger keeps what they said before. */
export async function updateFacts(
  query: Query,
  table: FactTable,
  columns: readonly SqlColumn[],
  at: Date,
): Promise<void> {
  const names = columns.map(({ name }) => name).filter(name => name !== 'id');
  const { sql, parameters } = incoming(columns);
  await query(
    `with ${sql} update ${table.name} t set ${names.map(name => `${name} = i.${name}`).join(', ')},
        version = t.version + 1, updated_at = $${parameters.length + 1}
       from incoming i where t.id = i.id`,
    [...parameters, at],
  );
}
