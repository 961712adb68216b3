import type { Day } from '../../kernel/days.ts';
import type { Form } from '../define-source.ts';
import { factKey } from '../fact-key.ts';
import type { Run } from './run.ts';
import type { Statement } from './statement.ts';

/** A row to be parked, entered already. */
export interface Waiting {
  readonly statement: Statement;
  readonly importRowId: number;
}

/** Keeps rows whose employer is not known. A row parked again under its key takes the earlier one's place. */
export async function park(
  run: Run,
  form: Form,
  statedOn: Day | null,
  waiting: readonly Waiting[],
): Promise<void> {
  if (!waiting.length) return;
  const of = <Value>(pick: (statement: Statement) => Value): Value[] =>
    waiting.map(({ statement }) => pick(statement));
  await run.query(
    `with incoming as (select * from unnest($4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[])
        as i(key_hash, import_row_id, uscc, name, name_key, reason)),
     before as (select p.import_row_id from parked_row p join incoming i using (key_hash)
       where p.form = $1 and p.import_row_id < i.import_row_id and (p.stated_on > $2::date) is not true),
     marked as (update import_row set outcome = 'SUPERSEDED' where id in (select import_row_id from before))
     insert into parked_row (form, key_hash, import_row_id, employer_uscc, employer_name, employer_name_key, reason,
        stated_on, parked_at)
     select $1, i.*, $2, $3 from incoming i
     on conflict (form, key_hash) do update set import_row_id = excluded.import_row_id,
        employer_uscc = excluded.employer_uscc, employer_name = excluded.employer_name,
        employer_name_key = excluded.employer_name_key, reason = excluded.reason, stated_on = excluded.stated_on
      where parked_row.import_row_id < excluded.import_row_id
        and (parked_row.stated_on > excluded.stated_on) is not true`,
    [
      form,
      statedOn,
      run.parts.known,
      of(statement => keyText(statement)),
      waiting.map(one => one.importRowId),
      of(statement => statement.uscc),
      of(statement => statement.name),
      of(statement => statement.nameKey),
      of(statement => statement.waits),
    ],
  );
}

/** A record that is applied now leaves nothing older waiting under its key. */
export async function supersede(
  run: Run,
  form: Form,
  statedOn: Day | null,
  statements: readonly Statement[],
): Promise<void> {
  if (!statements.length) return;
  await run.query(
    `with gone as (delete from parked_row where form = $1 and key_hash = any($2::text[])
        and (stated_on > $3::date) is not true returning import_row_id)
     update import_row set outcome = 'SUPERSEDED' where id in (select import_row_id from gone)`,
    [form, statements.map(keyText), statedOn],
  );
}

/** Which record a row speaks of, as it is written where rows wait. */
const keyText = (statement: Statement): string => factKey(statement.key).toString('hex');
