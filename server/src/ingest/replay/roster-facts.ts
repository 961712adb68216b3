import type { Run } from '../apply/run.ts';
import { nameKey } from '../../kernel/text.ts';
import type { Said } from './rows.ts';
import type { Told } from './write.ts';

/** An employer as its roster rows tell it, and all that they said in the order of their arrival. */
export interface ToldEmployer extends Told {
  readonly said: readonly Said[];
}

/** Rebuilds what rosters tell beside the employer itself: every name it bore, and its business status by day. */
export async function rebuildBeside(run: Run, told: readonly ToldEmployer[]): Promise<void> {
  if (!told.length) return;
  const codes = told.map(one => one.fold.values['uscc']);
  await rebuildNames(run, codes, told.flatMap(formerNames)); // prettier-ignore
  await rebuildStatuses(run, codes, told.flatMap(statuses)); // prettier-ignore
}

/** Every name but the present one, as the first row spelt it that said it. */
function formerNames({ fold, said }: ToldEmployer): object[] {
  const present = nameKey(String(fold.values['name']));
  const names = new Map<string, object>();
  for (const { statement, row } of said) {
    const name = statement.values['name'];
    const key = typeof name === 'string' ? nameKey(name) : '';
    if (!key || key === present || names.has(key)) continue;
    names.set(key, { uscc: fold.values['uscc'], name, name_key: key, import_row_id: row.id });
  }
  return [...names.values()];
}

async function rebuildNames(run: Run, codes: readonly unknown[], names: readonly object[]): Promise<void> {
  const { query, known } = run.parts;
  const incoming = `incoming as (select e.id as enterprise_id, i.* from jsonb_to_recordset($1::jsonb)
    as i(uscc text, name text, name_key text, import_row_id bigint) join enterprise e using (uscc))`;
  const values = JSON.stringify(names);
  await query(
    `with ${incoming} delete from former_name f using enterprise e where e.id = f.enterprise_id and e.uscc = any($2)
      and not exists (select from incoming i where i.enterprise_id = f.enterprise_id and i.name_key = f.name_key)`,
    [values, codes],
  );
  await query(
    `with ${incoming} insert into former_name (enterprise_id, name, name_key, import_row_id, created_at, updated_at)
     select enterprise_id, name, name_key, import_row_id, $2, $2 from incoming
     on conflict (enterprise_id, name_key) do nothing`,
    [values, known],
  );
}

/** The status of each day as the last row said it; a roster without a day speaks of the day it was sent. */
function statuses({ fold, said }: ToldEmployer): object[] {
  const days = new Map<string, object>();
  for (const { statement, row, fields } of said) {
    const status = statement.values['status'];
    if (!fields.includes('status') || typeof status !== 'string') continue;
    const day = row.statedOn ?? row.receivedOn;
    days.set(day, { uscc: fold.values['uscc'], stated_on: day, status, import_row_id: row.id });
  }
  return [...days.values()];
}

async function rebuildStatuses(run: Run, codes: readonly unknown[], said: readonly object[]): Promise<void> {
  const { query, known } = run.parts;
  const incoming = `incoming as (select e.id as enterprise_id, i.* from jsonb_to_recordset($1::jsonb)
    as i(uscc text, stated_on date, status text, import_row_id bigint) join enterprise e using (uscc))`;
  const values = JSON.stringify(said);
  await query(
    `with ${incoming} delete from enterprise_status s using enterprise e where e.id = s.enterprise_id
      and e.uscc = any($2) and not exists (select from incoming i
        where i.enterprise_id = s.enterprise_id and i.stated_on = s.stated_on)`,
    [values, codes],
  );
  await query(
    `with ${incoming} insert into enterprise_status as known (enterprise_id, stated_on, status, import_row_id,
        created_at, updated_at)
     select enterprise_id, stated_on, status, import_row_id, $2, $2 from incoming
     on conflict (enterprise_id, stated_on) do update set status = excluded.status,
        import_row_id = excluded.import_row_id, version = known.version + 1, updated_at = excluded.updated_at
      where known.status <> excluded.status`,
    [values, known],
  );
}
