import type { Day } from '../../kernel/days.ts';
import type { Form, StagedIssue } from '../define-source.ts';
import { FactWriter, type Compared } from './apply-facts.ts';
import type { IssueEntry } from './import-log.ts';
import { applyIssue } from './issue-texts.ts';
import { pack, unpack, type Parcel } from './parcel.ts';
import { confirm, isConfirmed } from './parking.ts';
import { isOlder } from './precedence.ts';
import type { Run } from './run.ts';
import { state, type Statement } from './statement.ts';

/** A parked row whose employer may be known by now. */
interface ParkedRow {
  readonly id: number;
  readonly form: Form;
  readonly import_row_id: number;
  readonly values: Buffer;
  readonly stated_on: Day | null;
  readonly reason: string;
  readonly sheet_id: number;
  readonly row_no: number;
  readonly file_id: string;
}
/** Whom a parked row speaks of, in its own words. */
interface Whom {
  readonly uscc: string | null;
  readonly name: string | null;
}
interface Ready {
  readonly parked: ParkedRow;
  readonly parcel: Parcel;
  readonly statement: Statement;
}

const batchSize = 500;
const pageSize = 5000;

/** Tries every parked row whose code or name the roster has now; answers how many became facts. */
export async function retryParked(run: Run): Promise<number> {
  const matched = await matchedRows(run);
  let attached = 0;
  for (let from = 0; from < matched.length; from += batchSize) {
    const ids = matched.slice(from, from + batchSize).map(row => row.id);
    attached += await retryBatch(run, await load(run, ids));
  }
  return attached;
}

/** The parked rows that somebody on the roster may be meant by, in the order of their arrival; two numbers of each. */
async function matchedRows(run: Run): Promise<{ id: number; import_row_id: number }[]> {
  const employers = await run.employers();
  const matched: { id: number; import_row_id: number }[] = [];
  for (let after = 0; ;) {
    const page = await run.query<Pick<ParkedRow, 'id' | 'import_row_id' | 'reason'> & Whom>(
      `select id, import_row_id, reason, employer_uscc as uscc, employer_name as name
         from parked_row where id > $1 order by id limit ${pageSize}`,
      [after],
    );
    for (const { id, import_row_id, reason, uscc, name } of page) {
      const match = employers.match(uscc, name);
      if (match.employer || match.reason !== reason) matched.push({ id, import_row_id });
    }
    if (page.length < pageSize) break;
    after = page.at(-1)?.id ?? after;
  }
  return matched.sort((a, b) => a.import_row_id - b.import_row_id);
}

function load(run: Run, ids: readonly number[]): Promise<ParkedRow[]> {
  return run.query<ParkedRow>(
    `select p.id, p.form, p.import_row_id, p.values, p.stated_on, p.reason, r.sheet_id, r.row_no, s.file_id
       from parked_row p join import_row r on r.id = p.import_row_id join import_sheet s on s.id = r.sheet_id
      where p.id = any($1) order by p.import_row_id`,
    [ids],
  );
}

/** Applies in the order of arrival: rows of one key go one after the other, so the later one has the last word. */
async function retryBatch(run: Run, batch: readonly ParkedRow[]): Promise<number> {
  const employers = await run.employers();
  const groups = new Map<string, Ready[]>();
  const keys = new Set<string>();
  let attached = 0;
  const flush = async (): Promise<void> => {
    for (const group of groups.values()) attached += await attach(run, group);
    groups.clear();
    keys.clear();
  };
  for (const parked of batch) {
    const parcel = unpack(run.parts.vault, parked.values);
    const statement = state(run.source(parked.form), parcel.values, employers);
    if (statement.waits) {
      if (statement.waits !== parked.reason) {
        await run.query('update parked_row set reason = $2 where id = $1', [parked.id, statement.waits]);
      }
      continue;
    }
    if (keys.has(statement.key)) await flush();
    keys.add(statement.key);
    const shape = JSON.stringify([parked.form, parked.stated_on, parcel.fields]);
    groups.set(shape, [...(groups.get(shape) ?? []), { parked, parcel, statement }]);
  }
  await flush();
  return attached;
}

/** Rows of one form, day of report and set of columns become facts, unless something newer is known under their key. */
async function attach(run: Run, group: readonly Ready[]): Promise<number> {
  const first = group[0];
  if (!first) return 0;
  const { form, stated_on: statedOn } = first.parked;
  const source = run.source(form);
  const writer = new FactWriter(run, source, await run.table(source), first.parcel.fields);
  const compared = await writer.compare(group.map(({ statement }) => statement));
  const all = group.flatMap((ready, i) => (compared[i] ? [{ ...ready, compared: compared[i] }] : []));
  const late = all.filter(one => isLate(one));
  const timely = all.filter(one => !late.includes(one));
  await writer.write(
    timely.map(one => ({ compared: one.compared, importRowId: one.parked.import_row_id })),
    statedOn,
  );
  await unpark(run, late, 'SUPERSEDED');
  await unpark(run, timely, 'ATTACHED');
  const confirmed = timely.filter(one => isConfirmed(one.compared));
  await confirm(
    run,
    writer.table,
    confirmed.map(({ compared: one, parked }) => ({ compared: one, importRowId: parked.import_row_id })),
  );
  for (const { parked, statement } of timely) {
    const { values, employer } = statement;
    const before = new Set(source.warn(values, null, parked.stated_on).map(same));
    const fresh = source.warn(values, employer, parked.stated_on).filter(found => !before.has(same(found)));
    await run.parts.rows.issues(
      parked.sheet_id,
      fresh.map(found => at(parked, found)),
    );
  }
  for (const { parked } of late)
    await run.parts.rows.issues(parked.sheet_id, [at(parked, applyIssue('SUPERSEDED', null))]);
  return timely.length;
}

/** Something newer is known; or another row of the same file said it, which holds unless it had no more than a name. */
function isLate({ parked, statement, compared: { existing } }: Ready & { compared: Compared }): boolean {
  if (!existing) return false;
  if (existing.file_id === parked.file_id) return statement.byName !== null || !existing.matched_name_key;
  if (existing.stated_on && parked.stated_on && existing.stated_on !== parked.stated_on) {
    return isOlder(existing, parked.stated_on);
  }
  return existing.import_row_id > parked.import_row_id;
}

const same = (found: StagedIssue): string => `${found.code} ${found.column}`;
const at = (parked: ParkedRow, found: StagedIssue): IssueEntry => ({ ...found, row: parked.row_no });

/** The rows wait no longer; one matched by name keeps its values, in case the name turns out to be ambiguous. */
async function unpark(
  run: Run,
  rows: readonly (Ready & { compared: Compared })[],
  outcome: string,
): Promise<void> {
  if (!rows.length) return;
  const named = rows.map(({ statement }) => statement.byName);
  await run.query(
    `with gone as (delete from parked_row where id = any($1))
     update import_row r set outcome = $2, matched_name_key = i.name, staged = i.staged
       from unnest($3::bigint[], $4::text[], $5::bytea[]) i(id, name, staged) where r.id = i.id`,
    [
      rows.map(({ parked }) => parked.id),
      outcome,
      rows.map(({ parked }) => parked.import_row_id),
      named,
      rows.map(({ parcel }, i) => (named[i] ? pack(run.parts.vault, parcel) : null)),
    ],
  );
}
