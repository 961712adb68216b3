import type { IssueEntry } from '../apply/import-log.ts';
import { applyIssue } from '../apply/issue-texts.ts';
import type { Run } from '../apply/run.ts';
import { lastOf } from './fold.ts';
import type { Said } from './rows.ts';

/** What became of the rows of some facts: which waited and were let in, which spoke and wait again. */
export interface Placed {
  readonly attached: readonly Said[];
  readonly parkedAgain: readonly Said[];
}

/**
 * Parks, under each key, the row that would have the last word if its employer were known; a row that waits behind it is
 * superseded. Rows that found their employer wait no longer. `holds`: the rows that had a word in their fact.
 */
export async function place(
  run: Run,
  keys: readonly string[],
  said: readonly Said[],
  holds: ReadonlySet<number>,
): Promise<Placed> {
  const last = new Map([...Map.groupBy(said, one => one.key)].map(([key, rows]) => [key, lastOf(rows)]));
  const parked = [...last.values()].filter(one => one?.statement.waits).filter(one => one !== undefined);
  await park(run, keys, parked);
  const outcomes = said.map(one => outcomeOf(one, last.get(one.key) === one, holds));
  await note(run, said, outcomes);
  const changed = (outcome: string): Said[] =>
    said.filter((one, i) => outcomes[i] === outcome && one.row.outcome !== outcome);
  const attached = changed('ATTACHED');
  const late = changed('SUPERSEDED').filter(one => !one.statement.waits);
  await tell(run, attached, late);
  return { attached, parkedAgain: changed('PARKED').filter(one => one.row.outcome !== 'SUPERSEDED') };
}

function outcomeOf({ row, statement }: Said, last: boolean, holds: ReadonlySet<number>): string {
  if (statement.waits) return last ? 'PARKED' : 'SUPERSEDED';
  if (row.outcome !== 'PARKED' && row.outcome !== 'SUPERSEDED') return row.outcome;
  return holds.has(row.id) ? 'ATTACHED' : 'SUPERSEDED';
}

async function park(run: Run, keys: readonly string[], parked: readonly Said[]): Promise<void> {
  const of = <Value>(pick: (one: Said) => Value): Value[] => parked.map(pick);
  await run.query(
    `with gone as (delete from parked_row where key_hash = any($1::text[]) and key_hash <> all($2::text[]))
     insert into parked_row as waiting (form, key_hash, import_row_id, employer_uscc, employer_name, employer_name_key,
        reason, stated_on, parked_at)
     select i.form, i.key, i.id, i.uscc, i.name, i.name_key, i.reason, i.stated_on, $3
       from unnest($4::text[], $2::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::date[])
         as i(form, key, id, uscc, name, name_key, reason, stated_on)
     on conflict (form, key_hash) do update set import_row_id = excluded.import_row_id,
        employer_uscc = excluded.employer_uscc, employer_name = excluded.employer_name,
        employer_name_key = excluded.employer_name_key, reason = excluded.reason, stated_on = excluded.stated_on
      where (waiting.import_row_id, waiting.reason) is distinct from (excluded.import_row_id, excluded.reason)`,
    [
      keys,
      of(one => one.key),
      run.parts.known,
      of(one => one.row.form),
      of(one => one.row.id),
      of(one => one.statement.uscc),
      of(one => one.statement.name),
      of(one => one.statement.nameKey),
      of(one => one.statement.waits),
      of(one => one.row.statedOn),
    ],
  );
}

/** Enters on the rows of which fact they speak now, by which name, and what became of them. */
async function note(run: Run, said: readonly Said[], outcomes: readonly string[]): Promise<void> {
  const changed = said.flatMap((one, i) => {
    const name = one.statement.byName;
    const outcome = outcomes[i] ?? one.row.outcome;
    const same = one.key === one.row.key && name === one.row.matchedName && outcome === one.row.outcome;
    return same ? [] : [{ id: one.row.id, key: one.key, name, outcome }];
  });
  if (!changed.length) return;
  await run.query(
    `update import_row r set fact_key = decode(i.key, 'hex'), matched_name_key = i.name, outcome = i.outcome
       from unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) i(id, key, name, outcome) where r.id = i.id`,
    [
      changed.map(one => one.id),
      changed.map(one => one.key),
      changed.map(one => one.name),
      changed.map(one => one.outcome),
    ],
  );
}

/** What is odd about a row beside its employer can be told now; and that a row came too late. */
async function tell(run: Run, attached: readonly Said[], late: readonly Said[]): Promise<void> {
  const bySheet = new Map<number, IssueEntry[]>();
  const add = ({ row }: Said, entries: readonly Omit<IssueEntry, 'row'>[]): void => {
    const list = bySheet.get(row.sheetId) ?? [];
    list.push(...entries.map(one => ({ ...one, row: row.rowNo })));
    bySheet.set(row.sheetId, list);
  };
  for (const one of attached) {
    const { row, statement } = one;
    const source = run.source(row.form);
    const before = new Set(source.warn(statement.values, null, row.statedOn).map(same));
    add(
      one,
      source
        .warn(statement.values, statement.employer, row.statedOn)
        .filter(found => !before.has(same(found))),
    );
  }
  for (const one of late) add(one, [applyIssue('SUPERSEDED', null)]);
  for (const [sheetId, entries] of bySheet) await run.parts.rows.issues(sheetId, entries, true);
}
const same = (found: { code: string; column: string | null }): string => `${found.code} ${found.column}`;
