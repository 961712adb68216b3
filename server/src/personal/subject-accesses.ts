import { revealPurposes, type RevealPurpose } from '../access/policy/personal.ts';
import { roleNames, type Role } from '../access/roles.ts';
import { systemScope, type Database } from '../kernel/database.ts';
import type { Message } from '../kernel/errors.ts';

/** One time that somebody's values were shown or sent. */
export interface SubjectAccess {
  /** Number of the entry in the audit trail, by which the auditor finds the person. */
  readonly entry: number;
  readonly at: Date;
  readonly act: string;
  readonly office: Message;
  readonly program: boolean;
  readonly purpose: Message | null;
  readonly records: readonly string[];
}

/** Those times, newest first, and how many there are in all. */
export interface SubjectAccesses {
  readonly total: number;
  readonly newest: readonly SubjectAccess[];
}

/** So many are told of one person at once; the number of all is told beside them. */
const mostTold = 2_000;

interface Entry {
  readonly seq: number;
  readonly total: number;
  readonly at: number;
  readonly act: string;
  readonly actor: string;
  readonly office: string | null;
  readonly purpose: string | null;
  readonly records: readonly string[];
}

/** Who saw or took away the values of these records, as far as the trail goes back; refused attempts showed nothing. */
export async function accessesOf(
  database: Database,
  actor: string,
  records: readonly string[],
): Promise<SubjectAccesses> {
  if (!records.length) return { total: 0, newest: [] };
  const rows = await database.transaction(systemScope(actor), async query => {
    await query(`select set_config('hub.audit', 'read', true), set_config('statement_timeout', '30s', true)`);
    return query<Entry>(
      `with touched as (
         select seq, array_agg(about order by about) as records
           from unnest($1::text[]) about, lateral hub_audit_about(about) seq group by seq)
       select e.seq, count(*) over ()::int as total, (e.entry::jsonb ->> 'at')::float8 as at, e.act, e.actor,
           e.entry::jsonb ->> 'onBehalfOf' as office, e.entry::jsonb #>> '{detail,purpose}' as purpose, t.records
         from touched t join audit_entry e on e.seq = t.seq
         where e.outcome = 'DONE' order by e.seq desc limit ${mostTold}`,
      [records],
    );
  });
  return { total: rows[0]?.total ?? 0, newest: rows.map(asAccess) };
}

const asAccess = ({ seq, at, act, actor, office, purpose, records }: Entry): SubjectAccess => ({
  entry: seq,
  at: new Date(at),
  act,
  office: officeOf(office),
  program: actor.startsWith('token:'),
  purpose: purpose !== null && isPurpose(purpose) ? revealPurposes[purpose] : null,
  records,
});

const isPurpose = (text: string): text is RevealPurpose => Object.hasOwn(revealPurposes, text);

/** The office in whose name it was done, never the person: see decision 023. */
function officeOf(onBehalfOf: string | null): Message {
  const [role = '', ...limits] = (onBehalfOf ?? '').split(' ');
  if (!Object.hasOwn(roleNames, role)) return { zh: '系统', en: 'The hub' };
  const name = roleNames[role as Role];
  const of = limits.length ? ` ${limits.join(' ')}` : '';
  return { zh: `${name.zh}${of}`, en: `${name.en.replace(/\.$/, '')}${of}` };
}
