import type { Query } from '../../kernel/database.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Source } from '../define-source.ts';
import type { Run } from '../apply/run.ts';
import { replay, type Replayed } from '../replay/replay.ts';
import { replayRoster } from '../replay/replay-roster.ts';

/** A fact as the person sees it who voids it. */
export interface FactInSight {
  readonly id: number;
  readonly version: number;
  readonly key: string | null;
  readonly enterpriseId: number | null;
  /** What it is called in the list of voided records: its number, or its employer and its day. */
  readonly title: string;
}

/** The fact under this number, if the scope of the query holds it. Nothing personal is read. */
export async function factOf(query: Query, source: Source, id: number): Promise<FactInSight | undefined> {
  const employer = source.employer ? 'join enterprise e on e.id = t.enterprise_id' : '';
  const name = source.employer ? 'e.name' : 't.name';
  const [fact] = await query<FactInSight>(
    `select t.id, t.version, encode(r.fact_key, 'hex') as key, (j ->> 'enterprise_id')::bigint as "enterpriseId",
        coalesce(j ->> 'case_no', j ->> 'contract_no',
          concat_ws(' ', j ->> 'platform_contract_no', ${name}, j ->> 'filed_on')) as title
       from ${source.table} t ${employer} join import_row r on r.id = t.import_row_id
       cross join lateral (select to_jsonb(t) as j) x where t.id = $1`,
    [id],
  );
  return fact;
}

/** The fact as the table holds it, for a digest of what was and what became: sealed values stay sealed. */
export async function factRows(query: Query, source: Source, key: string): Promise<string[]> {
  const rows = await query<{ row: string }>(
    `select to_jsonb(t)::text as row from ${source.table} t join import_row r on r.id = t.import_row_id
      where r.fact_key = decode($1, 'hex') order by t.id`,
    [key],
  );
  return rows.map(one => one.row);
}

/** Silences every row that speaks of the fact; from here on only a row that says something else brings it back. */
export async function voidFact(
  run: Run,
  source: Source,
  fact: FactInSight & { readonly key: string },
  entry: { readonly changeId: number; readonly reason: string; readonly by: string },
): Promise<number> {
  const [made] = await run.query<{ id: number }>(
    `insert into voided_record (form, fact_key, title, enterprise_id, change_id, reason, voided_by)
     values ($1, decode($2, 'hex'), $3, $4, $5, $6, $7) returning id`,
    [source.form, fact.key, fact.title, fact.enterpriseId, entry.changeId, entry.reason, entry.by],
  );
  const id = made?.id ?? 0;
  await run.query(
    `update import_row set voided_id = $2 where fact_key = decode($1, 'hex') and voided_id is null`,
    [fact.key, id],
  );
  await tellAnew(run, source, fact.key);
  return id;
}

/** Lets the silenced rows speak again. */
export async function restoreFact(
  run: Run,
  id: number,
  entry: { readonly changeId: number; readonly by: string },
): Promise<{ readonly source: Source; readonly key: string }> {
  const [found] = await run.query<{ form: string; key: string }>(
    `with freed as (update import_row set voided_id = null where voided_id = $1)
     update voided_record set restored_change = $2, restored_by = $3 where id = $1 and restored_change is null
     returning form, encode(fact_key, 'hex') as key`,
    [id, entry.changeId, entry.by],
  );
  if (!found) throw restoredAlready();
  const source = run.source(found.form);
  await tellAnew(run, source, found.key);
  return { source, key: found.key };
}

const tellAnew = (run: Run, source: Source, key: string): Promise<Replayed> =>
  source.employer ? replay(run, [key]) : replayRoster(run, [key]);

const restoredAlready = (): DomainError =>
  new DomainError('INVALID_TRANSITION', {
    zh: '该作废已撤销。',
    en: 'This void has been undone already.',
  });
