import { setImmediate as breathe } from 'node:timers/promises';
import type { Query } from '../../kernel/database.ts';
import type { Day } from '../../kernel/days.ts';
import { KeptChunks } from '../chunks.ts';
import type { Form, Source } from '../define-source.ts';
import { factKeyText } from '../fact-key.ts';
import { rosterFields } from '../apply/roster-fields.ts';
import type { Run } from '../apply/run.ts';
import { state, type Statement } from '../apply/statement.ts';

/** A row of an import that still has a say about its fact. */
export interface SpeakingRow {
  readonly id: number;
  /** The fact it speaks of, in hexadecimal. */
  readonly key: string;
  readonly form: Form;
  readonly statedOn: Day | null;
  readonly receivedOn: Day;
  readonly fileId: string;
  readonly sheetId: number;
  readonly sheet: string;
  readonly rowNo: number;
  readonly outcome: string;
  readonly matchedName: string | null;
  /** The channels that its sender could see; null are all. */
  readonly channels: readonly string[] | null;
  /** The void that silences it. */
  readonly voidedId: number | null;
  /** Whether it waits for its employer until now. */
  readonly waited: boolean;
}

/** What such a row says, and of whom it speaks by the roster of now. */
export interface Said {
  readonly row: SpeakingRow;
  readonly statement: Statement;
  readonly fields: readonly string[];
  /** The fact it speaks of now. */
  readonly key: string;
}

/**
 * Which rows speak, where they name a fact: those of an import that stands, and not voided. A row that will never speak
 * names no fact (ImportRow.factKey); one that only echoes or contradicts an earlier row of its file does, for a name
 * may turn out to mean somebody else.
 */
export const speaks = (row: string, sheet: string, file: string): string =>
  `${stands(sheet, file)} and ${row}.voided_id is null`;
const stands = (sheet: string, file: string): string =>
  `${sheet}.status in ('DONE', 'PREVIEWED') and ${file}.status <> 'WITHDRAWN'`;

/** The day of report of each row. */
export const daysOf = (said: readonly Said[]): Map<number, Day | null> =>
  new Map(said.map(one => [one.row.id, one.row.statedOn]));

/** The key of a fact as it travels between statements. */
export const keyText = (statement: Statement): string => factKeyText(statement.key);

/** A list of key texts as SQL knows them. */
export const keysOf = (param: string): string => `(select decode(k, 'hex') from unnest(${param}::text[]) k)`;

/** The columns of a speaking row `r` of sheet `s` of file `f`; `key`: the fact it is asked for. */
export const rowColumns = (key: string): string =>
  `r.id, encode(${key}, 'hex') as key, s.form, s.stated_on as "statedOn",
    (f.received_at at time zone 'Asia/Shanghai')::date as "receivedOn", s.file_id as "fileId", s.id as "sheetId",
    s.sheet, r.row_no as "rowNo", r.outcome, r.matched_name_key as "matchedName", f.channels,
    r.voided_id as "voidedId", exists (select from parked_row p where p.import_row_id = r.id) as waited`;

/** The rows that speak of these facts, and those that a void silences, in the order of their arrival. */
export function speakingRows(query: Query, keys: readonly string[]): Promise<SpeakingRow[]> {
  return query<SpeakingRow>(
    `select ${rowColumns('r.fact_key')}
       from ${rowsOfKeys('$1')} join import_sheet s on s.id = r.sheet_id join import_file f on f.id = s.file_id
      where ${stands('s', 'f')} order by r.id`,
    [keys],
  );
}

/** The import rows `r` of some facts, key by key through the index: however many rows there are, and whatever the planner thinks of them. */
export const rowsOfKeys = (param: string): string =>
  `${keysOf(param)} as wanted(k) cross join lateral (select * from import_row i where i.fact_key = wanted.k offset 0) r`;

/** Fields that a row of this form speaks of, by those of its sheet. */
const fieldsOf = (source: Source, columns: readonly string[]): readonly string[] =>
  source.employer ? columns : rosterFields(columns);

/** Rows resolved in one go: between them others are served. */
const resolvedAtOnce = 100;

/** Opens the rows and names their employers anew. A row that was kept nowhere (of an early release) is left out. */
export async function read(
  run: Run,
  rows: readonly SpeakingRow[],
  chunks = new KeptChunks(run.parts.query, run.parts.vault, run.parts.sources),
): Promise<Said[]> {
  const kept = await chunks.open(rows);
  const employers = await run.employers();
  const said: Said[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % resolvedAtOnce === 0) await breathe();
    const found = kept.get(row.id);
    if (!found) continue;
    const source = run.source(row.form);
    const statement = state(source, found.values, source.employer ? employers : null);
    said.push({ row, statement, fields: fieldsOf(source, found.fields), key: keyText(statement) });
  }
  return said;
}
