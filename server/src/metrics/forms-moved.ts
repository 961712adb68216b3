import type { FormLetter } from '../access/policy.ts';
import { everyForm } from '../access/policy/forms.ts';
import { kindOfForm, recordOf } from '../access/policy/records.ts';
import { systemScope, type Database, type Scope } from '../kernel/database.ts';

/** A stretch of the book of changes: those after one, up to another. */
export interface Stretch {
  readonly from: number;
  readonly id: number;
}

/** Whose rows count: those of a scope that is not the whole district. */
export type Sight = Pick<Scope, 'towns' | 'channels'>;

/** Whether figures are made of every row of the district, so that there is nothing to look for among rows. */
export const seesAll = ({ towns, channels }: Sight): boolean => towns === '*' && channels === '*';

/** The forms of the files that changed something; null is any of them: an act without a file may have touched it. */
export async function formsOfFiles(database: Database, { from, id }: Stretch): Promise<FormLetter[] | null> {
  const [row] = await database.read<{ forms: FormLetter[]; unnamed: boolean }>(
    systemScope('hub'),
    `select array(select distinct s.form from change c join import_sheet s on s.file_id = c.file_id
         where c.id > $1 and c.id <= $2 and s.form is not null) as forms,
       exists (select from change where id > $1 and id <= $2 and file_id is null) as unnamed`,
    [from, id],
  );
  return row && !row.unnamed ? row.forms : null;
}

/**
 * The forms of which a row within the sight came, went or changed; null is any of them, after a change of a setting
 * that holds there. The hub looks for itself, since who has lost a row no longer sees it. What an employer belongs to or
 * ever belonged to counts, and so does a form that was never delivered until now, or is no longer: its figures begin or end.
 */
export async function formsWithin(
  database: Database,
  { from, id }: Stretch,
  { towns, channels }: Sight,
): Promise<FormLetter[] | null> {
  const values = [from, id, towns === '*' ? null : towns, channels === '*' ? null : channels];
  const ask = `select ${everyForm.map(form => `${moved(form)} as "${form}"`).join(', ')}, ${settingSql} as setting`;
  const [row] = await database.read<Record<string, boolean>>(systemScope('hub'), ask, values);
  return !row || row['setting'] ? null : everyForm.filter(form => row[form]);
}

const here = `$3::text[] is null or`;
const employers = `(${here} r.enterprise_id in (select id from enterprise where town = any ($3)
  union all select id from enterprise_history where town = any ($3)))`;

/** Whether a row of a form, of today or of before, lies within the sight and belongs to the stretch. */
function moved(form: FormLetter): string {
  const { table, parts, town, channel } = recordOf(kindOfForm(form));
  const own = 'own' in town ? `(${here} r.${town.own} = any ($3))` : employers;
  const ofChannel = channel ? ` and ($4::text[] is null or r.${channel} = any ($4))` : '';
  const rows = (name: string, when: string, where: string): string =>
    `exists (select from ${name} r where r.${when} > $1 and r.${when} <= $2 and ${where})`;
  const looks = [table, ...parts].flatMap(name => {
    const where = name === table ? own + ofChannel : employers;
    return [rows(name, 'change_id', where), rows(`${name}_history`, 'ended_by', where)];
  });
  return `(${[...looks, firstOrLast(form)].join(' or ')})`;
}

/** Whether a form came for the first time, or was taken back and nothing of it is left. */
const firstOrLast = (form: FormLetter): string => `(
  exists (select from change c join import_file f on f.withdrawn_change = c.id or c.file_id = f.id
    join import_sheet s on s.file_id = f.id where c.id > $1 and c.id <= $2 and s.form = '${form}')
  and not exists (select from import_sheet s join import_file f on f.id = s.file_id
    where s.form = '${form}' and s.status = 'DONE' and not f.dry_run and f.withdrawn_change is null
      and not exists (select from change c where c.id > $1 and c.id <= $2 and c.file_id = s.file_id)))`;

/** A setting of the whole district, or the target of a town within the sight. */
const settingSql = `exists (select from setting_statement where change_id > $1 and change_id <= $2
  and (${here} key not like 'targets/%' or split_part(key, '/', 3) = any ($3::text[] || 'DISTRICT'::text)))`;
