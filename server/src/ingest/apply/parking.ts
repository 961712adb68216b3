import type { Day } from '../../kernel/days.ts';
import type { Source } from '../define-source.ts';
import { factKeyText } from '../fact-key.ts';
import type { FactTable } from './fact-table.ts';
import { statedOnSql } from './fact-table.ts';
import { applyIssue } from './issue-texts.ts';
import type { Run } from './run.ts';
import type { Statement } from './statement.ts';

/** A row to be parked, entered already. */
export interface Waiting {
  readonly statement: Statement;
  readonly importRowId: number;
}

/** A row that waits beside a newer one, and where it stands. */
interface Superseded {
  readonly sheet_id: number;
  readonly row_no: number;
}

/** Where a row that speaks of this form belongs, and under which day of report. */
export interface Parking {
  readonly source: Source;
  readonly table: FactTable;
  readonly statedOn: Day | null;
}

/** Whether the key of a fact says nothing of its employer: rows of several employers may then speak of one fact. */
const namesNobody = (source: Source): boolean =>
  !source.key.some(field => field === 'uscc' || field === source.employer?.code);

/** Keeps rows whose employer is not known, each in its own right; one that comes behind a newer report is superseded. */
export async function park(
  run: Run,
  { source, table, statedOn }: Parking,
  waiting: readonly Waiting[],
): Promise<void> {
  if (!waiting.length) return;
  const of = <Value>(pick: (statement: Statement) => Value): Value[] =>
    waiting.map(({ statement }) => pick(statement));
  const newer = `exists (select from import_row r join ${table.name} t on t.import_row_id = r.id
      join import_sheet s on s.id = r.sheet_id
      left join fact_statement f on f.fact_table = '${table.name}' and f.fact_id = t.id
     where r.fact_key = decode(i.key_hash, 'hex') and ${statedOnSql} > $2::date)`;
  const late = await run.query<Superseded>(
    `with incoming as (select * from unnest($4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[])
        as i(key_hash, import_row_id, uscc, name, name_key, reason)),
     parked as (insert into parked_row (form, key_hash, import_row_id, employer_uscc, employer_name, employer_name_key,
        reason, stated_on, parked_at, superseded)
       select $1, i.*, $2, $3, ${statedOn !== null && namesNobody(source) ? newer : 'false'} from incoming i
       returning import_row_id, superseded)
     update import_row r set outcome = 'SUPERSEDED' from parked
      where r.id = parked.import_row_id and parked.superseded returning r.sheet_id, r.row_no`,
    [
      source.form,
      statedOn,
      run.parts.known,
      of(keyText),
      waiting.map(one => one.importRowId),
      of(statement => statement.uscc),
      of(statement => statement.name),
      of(statement => statement.nameKey),
      of(statement => statement.waits),
    ],
  );
  await tellSuperseded(run, late);
}

/** Beside a record that is applied now, nothing older counts as waiting; it may still fill what this one leaves out. */
export async function supersede(
  run: Run,
  { source, statedOn }: Parking,
  statements: readonly Statement[],
): Promise<void> {
  if (!statements.length) return;
  const late = await run.query<Superseded>(
    `with late as (update parked_row set superseded = true where key_hash = any($1::text[]) and form = $2
        and not superseded and (stated_on > $3::date) is not true returning import_row_id)
     update import_row r set outcome = 'SUPERSEDED' from late where r.id = late.import_row_id
     returning r.sheet_id, r.row_no`,
    [statements.map(keyText), source.form, statedOn],
  );
  await tellSuperseded(run, late);
}

async function tellSuperseded(run: Run, late: readonly Superseded[]): Promise<void> {
  for (const [sheetId, rows] of Map.groupBy(late, one => one.sheet_id)) {
    const issues = rows.map(one => ({ ...applyIssue('SUPERSEDED', null), row: one.row_no }));
    await run.parts.rows.issues(sheetId, issues, true);
  }
}

/** Which record a row speaks of, as it is written where rows wait. */
const keyText = (statement: Statement): string => factKeyText(statement.key);
