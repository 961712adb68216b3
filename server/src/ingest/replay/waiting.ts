import type { StagedIssue } from '../define-source.ts';
import type { IssueEntry } from '../apply/import-log.ts';
import { applyIssue } from '../apply/issue-texts.ts';
import type { Run } from '../apply/run.ts';
import { lastOf } from './fold.ts';
import type { Hearing } from './hearing.ts';
import type { Said } from './rows.ts';

/** What became of the rows of some facts: which waited and were let in, and for each record that waits again one row. */
export interface Placed {
  readonly attached: readonly Said[];
  readonly parkedAgain: readonly Said[];
}

/**
 * Parks every row whose employer is not known, and lets those wait no longer that found theirs. A row that waits beside
 * a newer one that stands is superseded. `holds`: the rows that had a word in their fact.
 */
export async function place(
  run: Run,
  said: readonly Said[],
  { heard, silent }: Hearing,
  holds: ReadonlySet<number>,
): Promise<Placed> {
  const speaking = said.filter(one => one.row.voidedId === null);
  const waiting = speaking.filter(one => one.statement.waits && !silent.has(one));
  const late = new Set(waiting.filter(one => isLate(one, heard.get(one.key) ?? [])));
  await park(run, said, waiting, late);
  const outcomes = speaking.map(one => outcomeOf(one, late.has(one), silent.has(one), holds));
  await note(run, speaking, outcomes);
  const attached = speaking.filter((one, i) => outcomes[i] === 'ATTACHED' && one.row.waited);
  const superseded = speaking.filter(
    (one, i) => outcomes[i] === 'SUPERSEDED' && one.row.outcome !== 'SUPERSEDED' && !silent.has(one),
  );
  await tell(run, attached, superseded, silent);
  return { attached, parkedAgain: waitAgain(speaking, waiting.filter(one => !late.has(one))) }; // prettier-ignore
}

/** Whether a row that waits would not have the last word beside those that stand. */
function isLate(waiting: Said, standing: readonly Said[]): boolean {
  if (!standing.length) return false;
  const all = [...standing, waiting].sort((a, b) => a.row.id - b.row.id);
  return lastOf(all) !== waiting;
}

/** Of each record that waits now and did not before one row: what is sent twice waits once. */
function waitAgain(said: readonly Said[], waiting: readonly Said[]): Said[] {
  const before = new Set(said.filter(one => one.row.waited).map(one => one.key));
  const again = new Map(waiting.filter(one => !before.has(one.key)).map(one => [one.key, one]));
  return [...again.values()];
}

function outcomeOf(
  { row, statement }: Said,
  late: boolean,
  silent: boolean,
  holds: ReadonlySet<number>,
): string {
  if (statement.waits && !silent) return late ? 'SUPERSEDED' : 'PARKED';
  const had = !['PARKED', 'SUPERSEDED', 'REJECTED', 'DUPLICATE'].includes(row.outcome);
  if (had) return row.outcome;
  if (holds.has(row.id)) return 'ATTACHED';
  return row.outcome === 'PARKED' ? 'SUPERSEDED' : row.outcome;
}

async function park(
  run: Run,
  said: readonly Said[],
  waiting: readonly Said[],
  late: ReadonlySet<Said>,
): Promise<void> {
  const waits = new Set(waiting);
  const gone = said.filter(one => one.row.waited && !waits.has(one));
  if (gone.length)
    await run.query('delete from parked_row where import_row_id = any($1::bigint[])', [
      gone.map(one => one.row.id),
    ]);
  if (!waiting.length) return;
  const of = <Value>(pick: (one: Said) => Value): Value[] => waiting.map(pick);
  await run.query(
    `insert into parked_row as waiting (form, key_hash, import_row_id, employer_uscc, employer_name, employer_name_key,
        reason, stated_on, superseded, parked_at)
     select i.*, $1 from unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[],
         $9::date[], $10::bool[]) as i(form, key, id, uscc, name, name_key, reason, stated_on, superseded)
     on conflict (import_row_id) do update set key_hash = excluded.key_hash, reason = excluded.reason,
        superseded = excluded.superseded
      where (waiting.key_hash, waiting.reason, waiting.superseded)
        is distinct from (excluded.key_hash, excluded.reason, excluded.superseded)`,
    [
      run.parts.known,
      of(one => one.row.form),
      of(one => one.key),
      of(one => one.row.id),
      of(one => one.statement.uscc),
      of(one => one.statement.name),
      of(one => one.statement.nameKey),
      of(one => one.statement.waits),
      of(one => one.row.statedOn),
      of(one => late.has(one)),
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

/** What is odd about a row beside its employer can be told now; and why a row has no word of its own. */
async function tell(
  run: Run,
  attached: readonly Said[],
  superseded: readonly Said[],
  silent: ReadonlyMap<Said, StagedIssue>,
): Promise<void> {
  const bySheet = new Map<number, IssueEntry[]>();
  const add = ({ row }: Said, found: readonly StagedIssue[]): void => {
    const list = bySheet.get(row.sheetId) ?? [];
    list.push(...found.map(one => ({ ...one, row: row.rowNo })));
    bySheet.set(row.sheetId, list);
  };
  for (const one of attached) {
    const { row, statement } = one;
    const source = run.source(row.form);
    const before = new Set(source.warn(statement.values, null, row.statedOn).map(same));
    const now = source.warn(statement.values, statement.employer, row.statedOn);
    add(one, now.filter(found => !before.has(same(found)))); // prettier-ignore
  }
  for (const one of superseded) add(one, [applyIssue('SUPERSEDED', null)]);
  for (const [one, found] of silent) {
    if (one.row.outcome !== 'REJECTED' && one.row.outcome !== 'DUPLICATE') add(one, [found]);
  }
  for (const [sheetId, entries] of bySheet) await run.parts.rows.issues(sheetId, entries, true);
}
const same = (found: { code: string; column: string | null }): string => `${found.code} ${found.column}`;
