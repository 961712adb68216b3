import { setImmediate as breathe } from 'node:timers/promises';
import type { Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import type { Source } from '../define-source.ts';
import { counts, isName, known, sameKey, spelt, type FactTable } from '../apply/fact-table.ts';
import { columnName, isPersonal, recordColumns, takersOf } from '../apply/record.ts';
import type { Run } from '../apply/run.ts';
import { incoming, type SqlColumn } from '../apply/sql-columns.ts';
import type { Fold } from './fold.ts';
import { restate } from './restate.ts';

/** A fact as all its rows tell it. */
export interface Told {
  readonly key: string;
  readonly fold: Fold;
  /** Every row that speaks of it, with its day of report. */
  readonly rows: ReadonlyMap<number, Day | null>;
}

/** What became of one told fact. */
export interface Written {
  readonly told: Told;
  readonly outcome: 'INSERTED' | 'UPDATED' | 'UNCHANGED';
  /** The row whose word it was that changed something. */
  readonly importRowId: number;
}

interface Standing {
  readonly ord: number;
  readonly id: number;
  readonly import_row_id: number;
  readonly differs: readonly string[];
  /** Whether a name or number is spelt otherwise, which is no difference but belongs to the row that says it. */
  readonly respelt: boolean;
  /** The day of report that is noted beside it. */
  readonly noted: Day | null;
}

/** Makes the table say what the rows tell: inserts what is missing, corrects what differs. `stood`: some of it may stand already. */
export async function writeTold(
  run: Run,
  source: Source,
  table: FactTable,
  told: readonly Told[],
  stood = true,
): Promise<Written[]> {
  if (!told.length) return [];
  const { query } = run.parts;
  const names = columnsOf(source, table);
  const compared = names.filter(name => !/_(cipher|mask)$/.test(name));
  // Where none is expected to stand a look at the index is enough, as a rule.
  const keys = (): SqlColumn[] => columnsFor(table, table.key, told);
  const none = !stood && !(await known(query, table, [ords(keys()), ...keys()])).length;
  const standing = none ? [] : await compareWhole(query, table, columnsFor(table, compared, told));
  const byOrd = new Map(standing.map(one => [one.ord, one]));
  const written = told.map((one, ord): Written => {
    const found = byOrd.get(ord);
    if (!found) return { told: one, outcome: 'INSERTED', importRowId: one.fold.last.row.id };
    const orphan = !one.rows.has(found.import_row_id);
    if (!found.differs.length && !orphan)
      return { told: one, outcome: 'UNCHANGED', importRowId: found.import_row_id };
    return { told: one, outcome: 'UPDATED', importRowId: speakerOf(one, found.differs) };
  });
  const asItStands = (ord: number): boolean => {
    const found = byOrd.get(ord);
    return !!found && !found.differs.length && !found.respelt;
  };
  const pick = async (outcome: Written['outcome'], alike = false): Promise<SqlColumn[]> => {
    const some = [...written.entries()].filter(([ord, one]) => one.outcome === outcome && asItStands(ord) === alike); // prettier-ignore
    const row = { name: 'import_row_id', type: 'bigint', values: some.map(([, one]) => one.importRowId) };
    const ids = { name: 'id', type: 'bigint', values: some.map(([ord]) => byOrd.get(ord)?.id ?? null) };
    if (alike) return [ids, row];
    const facts = some.map(([, one]) => one.told);
    await seal(source, facts);
    return [...(outcome === 'UPDATED' ? [ids] : []), row, ...columnsFor(table, names, facts)];
  };
  await insert(run, table, await pick('INSERTED'));
  await rewrite(run, table, await pick('UPDATED'));
  // Of a fact that another row tells alike only the row is written: it may be a hundred thousand of them.
  await rewrite(run, table, await pick('UPDATED', true));
  const restated = [...written.entries()].filter(
    ([ord, { told: one, importRowId }]) => dayToNote(one, importRowId) !== (byOrd.get(ord)?.noted ?? null),
  );
  const days = restated.map(([, { told: one, importRowId }]) => dayToNote(one, importRowId));
  await restate(query, table, columnsFor(table, table.key, restated.map(([, one]) => one.told)), days); // prettier-ignore
  return written;
}

/** Facts sealed in one go: between them others are served. */
const sealedAtOnce = 100;

/** Seals the personal values that are about to be written; otherwise a thousand would be sealed at a stroke. */
async function seal({ columns }: Source, told: readonly Told[]): Promise<void> {
  const personal = columns.filter(column => column.personal).map(column => column.field);
  if (!personal.length) return;
  for (const [i, { fold }] of told.entries()) {
    if (i % sealedAtOnce === 0) await breathe();
    for (const field of personal) {
      const value = fold.values[field];
      if (isPersonal(value)) void value.cipher;
    }
  }
}

/** The newest day of report of a told fact, where the sheet of the row it names does not say so itself. */
const dayToNote = ({ fold, rows }: Told, importRowId: number): Day | null =>
  fold.statedOn === rows.get(importRowId) ? null : fold.statedOn;

/** The columns of a fact: those that a row may speak of, and its key. */
function columnsOf(source: Source, table: FactTable): string[] {
  const every = [...source.columns.map(column => column.field), ...Object.keys(source.derived)];
  return [...new Set([...table.key, ...recordColumns(source, table, every)])];
}

/** The told facts as these columns; a personal value is sealed only where its ciphertext is asked for. */
function columnsFor(table: FactTable, names: readonly string[], told: readonly Told[]): SqlColumn[] {
  const takers = takersOf(table);
  return names.map(name => ({
    name,
    type: table.columns.get(name)?.type ?? 'text',
    values: told.map(({ fold }) => {
      const employer = fold.last.statement.employer?.id ?? null;
      return takers.get(name)?.(fold.values, employer) ?? null;
    }),
  }));
}

/**
 * The row that had the last word on what differs, so that each value is traced to the row that says it; the last on the
 * whole, where nothing does.
 */
function speakerOf({ fold: { speakers, last } }: Told, differs: readonly string[]): number {
  const words = [...speakers].filter(([field]) => {
    const name = columnName(field);
    return differs.some(column => [name, `${name}_hash`, `${name.replace(/_no$/, '')}_key`].includes(column));
  });
  if (!words.length || differs.includes('enterprise_id')) return last.row.id;
  return Math.max(...words.map(([, one]) => one.row.id));
}

/** A column of a fact that nobody speaks of holds the database's default. */
const saidOf = (table: FactTable, name: string): string => {
  const fallback = table.columns.get(name)?.fallback;
  return fallback ? `coalesce(i.${name}, ${fallback})` : `i.${name}`;
};

const ords = (columns: readonly SqlColumn[]): SqlColumn => ({
  name: 'ord', type: 'int', values: columns[0]?.values.map((_, ord) => ord) ?? [],
}); // prettier-ignore

/** What stands under the keys, and in which columns it says something else. */
function compareWhole(query: Query, table: FactTable, columns: readonly SqlColumn[]): Promise<Standing[]> {
  const judged = columns.filter(({ name }) => counts(table, name));
  const differs = judged.map(
    ({ name }) =>
      `case when ${spelt(`t.${name}`)} is distinct from ${spelt(saidOf(table, name))} then '${name}' end`,
  );
  const spellings = columns
    .filter(({ name }) => !counts(table, name) || isName(name))
    .map(({ name }) => name);
  const [stood, told] = [spellings.map(name => `t.${name}`), spellings.map(name => saidOf(table, name))];
  const { sql, parameters } = incoming([ords(columns), ...columns]);
  return query<Standing>(
    `with ${sql} select i.ord, t.id, t.import_row_id, array_remove(array[${differs.join(', ')}], null) as differs,
        array[${stood.map(name => `${name}::text`).join(', ')}]::text[] is distinct from
          array[${told.map(name => `(${name})::text`).join(', ')}]::text[] as respelt, f.stated_on as noted
       from incoming i cross join lateral (select * from ${table.name} t where ${sameKey(table)} limit 1) t
       left join fact_statement f on f.fact_table = '${table.name}' and f.fact_id = t.id`,
    parameters,
  );
}

const namesOf = (columns: readonly SqlColumn[]): string[] =>
  columns.map(one => one.name).filter(name => name !== 'id' && name !== 'import_row_id');

async function insert({ parts }: Run, table: FactTable, columns: readonly SqlColumn[]): Promise<void> {
  if (!columns[0]?.values.length) return;
  const { sql, parameters } = incoming(columns);
  const at = `$${parameters.length + 1}`;
  const said = namesOf(columns);
  await parts.query(
    `with ${sql} insert into ${table.name} (${said.join(', ')}, import_row_id, created_at, updated_at)
     select ${said.map(name => saidOf(table, name)).join(', ')}, i.import_row_id, ${at}, ${at} from incoming i`,
    [...parameters, parts.known],
  );
}

async function rewrite({ parts }: Run, table: FactTable, columns: readonly SqlColumn[]): Promise<void> {
  if (!columns[0]?.values.length) return;
  const { sql, parameters } = incoming(columns);
  const sets = namesOf(columns).map(name => `${name} = ${saidOf(table, name)},`);
  await parts.query(
    `with ${sql} update ${table.name} t set ${sets.join(' ')} import_row_id = i.import_row_id,
        version = t.version + 1, updated_at = $${parameters.length + 1} from incoming i where t.id = i.id`,
    [...parameters, parts.known],
  );
}
