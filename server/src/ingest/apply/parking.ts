import type { Day } from '../../kernel/days.ts';
import type { Form } from '../define-source.ts';
import type { Compared } from './apply-facts.ts';
import type { Existing, FactTable } from './fact-table.ts';
import { overlay, pack, unpack, type Parcel } from './parcel.ts';
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
  fields: readonly string[],
  statedOn: Day | null,
  waiting: readonly Waiting[],
): Promise<void> {
  if (!waiting.length) return;
  const { vault, known } = run.parts;
  const hashes = waiting.map(({ statement }) => vault.hash(statement.key));
  const ids = waiting.map(({ importRowId }) => importRowId);
  const earlier = await earlierParcels(run, form, statedOn, hashes, ids);
  const parcels = waiting.map(({ statement }, i) => {
    const parcel: Parcel = { fields, values: statement.values };
    const before = earlier.get(hashes[i] ?? '');
    return pack(vault, before ? overlay(before, parcel) : parcel);
  });
  await run.query(
    `insert into parked_row (form, key_hash, import_row_id, employer_uscc, employer_name, employer_name_key, reason,
        values, stated_on, parked_at)
     select $1, i.*, $2, $3 from unnest($4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[],
        $10::bytea[]) i
     on conflict (form, key_hash) do update set import_row_id = excluded.import_row_id,
        employer_uscc = excluded.employer_uscc, employer_name = excluded.employer_name,
        employer_name_key = excluded.employer_name_key, reason = excluded.reason, values = excluded.values,
        stated_on = excluded.stated_on
      where parked_row.import_row_id < excluded.import_row_id
        and (parked_row.stated_on > excluded.stated_on) is not true`,
    [
      form,
      statedOn,
      known,
      hashes,
      ids,
      waiting.map(({ statement }) => statement.uscc),
      waiting.map(({ statement }) => statement.name),
      waiting.map(({ statement }) => statement.nameKey),
      waiting.map(({ statement }) => statement.waits),
      parcels,
    ],
  );
}

/** What an earlier row left parked under these keys; that row is marked, for another takes its place. */
async function earlierParcels(
  run: Run,
  form: Form,
  statedOn: Day | null,
  hashes: readonly string[],
  ids: readonly number[],
): Promise<Map<string, Parcel>> {
  const rows = await run.query<{ key_hash: string; values: Buffer }>(
    `with earlier as (select p.key_hash, p.values, p.import_row_id from parked_row p
        join unnest($2::text[], $3::bigint[]) w(key_hash, import_row_id) using (key_hash)
       where p.form = $1 and p.import_row_id < w.import_row_id and (p.stated_on > $4::date) is not true),
     marked as (update import_row set outcome = 'SUPERSEDED' where id in (select import_row_id from earlier))
     select key_hash, values from earlier`,
    [form, hashes, ids, statedOn],
  );
  return new Map(rows.map(row => [row.key_hash, unpack(run.parts.vault, row.values)]));
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
    `with gone as (delete from parked_row where form = $1 and key_hash = any($2)
        and (stated_on > $3::date) is not true returning import_row_id)
     update import_row set outcome = 'SUPERSEDED' where id in (select import_row_id from gone)`,
    [form, statements.map(statement => run.parts.vault.hash(statement.key)), statedOn],
  );
}

/** Whether a row with the code says what only a name said before. */
export const isConfirmed = (compared: Compared | undefined): compared is Compared & { existing: Existing } =>
  !!compared?.existing?.matched_name_key && !compared.existing.differs && !compared.statement.byName;

/** The standing facts no longer hang on a name: the row that carries the code is their source from now on. */
export async function confirm(
  run: Run,
  table: FactTable,
  rows: readonly { readonly compared?: Compared; readonly importRowId: number }[],
): Promise<void> {
  if (!rows.length) return;
  await run.query(
    `update ${table.name} t set import_row_id = i.import_row_id, updated_at = $3
       from unnest($1::bigint[], $2::bigint[]) i(id, import_row_id) where t.id = i.id`,
    [rows.map(row => row.compared?.existing?.id), rows.map(row => row.importRowId), run.parts.known],
  );
}
