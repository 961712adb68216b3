import { demand } from '../access/policy.ts';
import { actorOf, type Viewer } from '../access/viewer.ts';
import type { AuditTrail, Outcome } from '../kernel/audit.ts';
import type { Cursors } from '../kernel/cursor.ts';
import { systemScope, type Database, type Query } from '../kernel/database.ts';
import { addDays, type Day } from '../kernel/days.ts';
import { connectionOf, windowOf, type ListArgs } from '../kernel/page.ts';
import type { Connection } from '../kernel/page.type.ts';
import type { EntryText } from './entry.ts';

/** Which entries are looked at; all of what is said must hold. */
export interface AuditFilter {
  /** Who acted: `person:12`, or the name of an account or token. */
  readonly actor?: string | null;
  readonly act?: string | null;
  /** What it was done to: `Contract:12`, or a kind alone. */
  readonly object?: string | null;
  /** Whose personal values were shown or sent. */
  readonly subject?: string | null;
  readonly outcome?: Outcome | null;
  readonly session?: string | null;
  readonly from?: Day | null;
  readonly to?: Day | null;
}

/** An entry as it is read. */
export interface AuditEntry extends EntryText {
  readonly seq: number;
  /** Whether a seal covers it; what is younger than a second may wait for one. */
  readonly sealed: boolean;
}

/** A page of the trail, and what its rows were chosen by. */
export interface AuditPage extends Connection<AuditEntry> {
  readonly filter: AuditFilter;
}

/** What reading the trail leans on. */
export interface AuditReaderParts {
  readonly database: Database;
  readonly audit: AuditTrail;
  readonly cursors: Cursors;
}

/** Reads the trail; that somebody did is an entry itself, committed before the answer leaves. */
export class AuditReader {
  readonly #parts: AuditReaderParts;

  constructor(parts: AuditReaderParts) {
    this.#parts = parts;
  }

  /** Newest first. `enter` is false for a further part of a request that is in the trail already. */
  async list(
    viewer: Viewer,
    filter: AuditFilter,
    args: Pick<ListArgs, 'first' | 'after'>,
    enter: boolean,
  ): Promise<AuditPage> {
    demand(viewer, 'audit.read');
    const window = windowOf(args);
    const { cursors } = this.#parts;
    const beyond = window.after === null ? null : cursors.decode('after', 'auditTrail', window.after).id;
    const where = conditions(filter, beyond);
    const rows = await this.#reading(viewer, enter ? filter : null, query =>
      query<{ seq: number; entry: string; sealed: boolean }>(
        `select e.seq, e.entry, not exists (select from audit_pending p where p.seq = e.seq) as sealed
           from audit_entry e where ${where.sql} order by e.seq desc limit ${window.size + 1}`,
        where.values,
      ),
    );
    const page = connectionOf(rows, window, 0, ({ seq, entry, sealed }) => ({
      cursor: cursors.encode('auditTrail', [], seq),
      node: { ...(JSON.parse(entry) as EntryText), seq, sealed },
    }));
    return { ...page, filter };
  }

  /** How many entries there are under a filter. */
  async count(viewer: Viewer, filter: AuditFilter): Promise<number> {
    demand(viewer, 'audit.read');
    const where = conditions(filter, null);
    const sql = `select count(*)::int as total from audit_entry e where ${where.sql}`;
    const [row] = await this.#reading(viewer, null, query => query<{ total: number }>(sql, where.values));
    return row?.total ?? 0;
  }

  #reading<Result>(
    viewer: Viewer,
    enter: AuditFilter | null,
    work: (query: Query) => Promise<Result>,
  ): Promise<Result> {
    const { database, audit } = this.#parts;
    return database.transaction(systemScope(viewer.scope.actor), async query => {
      if (enter) {
        const by = Object.entries(enter).filter(([, value]) => value !== null && value !== undefined);
        const detail = { by: by.map(([name]) => name).join(' ') };
        await audit.record(query, actorOf(viewer), { act: 'readAuditTrail', object: 'AuditTrail', detail });
      }
      await query(
        `select set_config('hub.audit', 'read', true), set_config('statement_timeout', '30s', true)`,
      );
      return work(query);
    });
  }
}

/** The filter as SQL, its values apart. */
function conditions(filter: AuditFilter, beyond: number | null): { sql: string; values: unknown[] } {
  const [parts, values]: [string[], unknown[]] = [['true'], []];
  const add = (value: unknown, sql: (parameter: string) => string): void => {
    if (value === null || value === undefined) return;
    values.push(value);
    parts.push(sql(`$${values.length}`));
  };
  add(beyond, p => `e.seq < ${p}`);
  const { actor, object, from, to } = filter;
  // An account's name may hold a colon; a number of a person or token is told by its form.
  add(actor, p =>
    /^(person|token):\d+$/.test(actor ?? '') ? `e.actor = ${p}` : `(e.name = ${p} or e.actor = ${p})`,
  );
  add(filter.act, p => `e.act = ${p}`);
  add(object, p =>
    object?.includes(':') ? `e.object = ${p}` : `(e.object = ${p} or (e.object >= ${p} || ':' and e.object < ${p} || ';'))`,
  ); // prettier-ignore
  add(filter.subject, p => `e.seq in (select hub_audit_about(${p}))`);
  add(filter.outcome, p => `e.outcome = ${p}`);
  add(filter.session, p => `e.session = ${p}`);
  add(from && startOf(from), p => `e.at >= ${p}::timestamptz`);
  add(to && startOf(addDays(to, 1)), p => `e.at < ${p}::timestamptz`);
  return { sql: parts.join(' and '), values };
}

/** Days are those of Shanghai. */
const startOf = (day: Day): string => `${day}T00:00:00+08:00`;
