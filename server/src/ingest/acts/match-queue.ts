import { demand, importsOf } from '../../access/policy.ts';
import { forBook } from '../../access/scope-of.ts';
import type { Viewer } from '../../access/viewer.ts';
import { Cursors } from '../../kernel/cursor.ts';
import type { Database } from '../../kernel/database.ts';
import { DomainError } from '../../kernel/errors.ts';
import { connectionOf, windowOf, type ListArgs } from '../../kernel/page.ts';
import type { Connection } from '../../kernel/page.type.ts';
import type { Form } from '../define-source.ts';
import type { IngestParts } from '../import-transaction.ts';

/** Whether somebody has said whom a name means. */
export const matchStates = ['OPEN', 'MATCHED'] as const;
export type MatchState = (typeof matchStates)[number];
/** Why a name does not tell its employer. */
export const matchReasons = ['UNKNOWN_NAME', 'AMBIGUOUS_NAME'] as const;
export type MatchReason = (typeof matchReasons)[number];

/** An employer that may be meant, and how much of the name it shares. */
export interface MatchCandidate {
  readonly enterpriseId: number;
  readonly similarity: number;
  readonly formerName: string | null;
}

/** Where a row stands that carries the name. */
export interface MatchPlace {
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
  readonly importId: string;
}

/** A name without a code that a person is asked about, or has answered. */
export interface MatchItem {
  readonly id: string;
  readonly name: string;
  readonly reason: MatchReason;
  readonly state: MatchState;
  /** The change that spoke last of the name; 0 where none has. */
  readonly version: number;
  readonly rows: number;
  readonly forms: readonly Form[];
  readonly since: Date;
  readonly candidates: readonly MatchCandidate[];
  readonly matchedId: number | null;
  readonly matchedBy: string | null;
  readonly matchedAt: Date | null;
  /** The forms whose rows the match was made for; none known of one that an early release made. */
  readonly madeFor: readonly Form[];
  /** Whether the reader may undo it. */
  readonly canUndo: boolean;
  readonly places: readonly MatchPlace[];
}

interface Row extends Omit<MatchItem, 'id' | 'canUndo'> {
  readonly key: string;
  readonly at: string;
}

/** The id of a name in the queue holds the name itself, in the form in which spellings are equal. */
export const matchId = (key: string): string => `MatchItem:${Buffer.from(key, 'utf8').toString('base64url')}`;

/** The name that an id stands for. */
export function nameOf(id: string): string {
  const [, text = ''] = /^MatchItem:([\w-]{1,2000})$/.exec(id) ?? [];
  const key = Buffer.from(text, 'base64url').toString('utf8');
  if (!key || key.includes('\0') || matchId(key) !== id) throw DomainError.notFound();
  return key;
}

/** Most candidates and places that one item names. */
const [mostCandidates, mostPlaces] = [5, 20];

/** The names that wait for a person, those waiting longest first, and the names that a person has matched. */
export class MatchQueue {
  readonly #database: Database;
  readonly #cursors: Cursors;

  constructor({ database, vault }: IngestParts) {
    this.#database = database;
    this.#cursors = new Cursors(vault.derive('match queue'));
  }

  async list(
    viewer: Viewer,
    args: Pick<ListArgs, 'first' | 'after'> & { state?: MatchState | null },
  ): Promise<Connection<MatchItem>> {
    demand(viewer, 'match.write');
    const window = windowOf(args);
    const { size, after } = window;
    const state = args.state ?? null;
    const order = `MatchItem ${state ?? ''}`;
    const [since, key] = after === null ? [] : this.#cursors.decode('after', order, after).keys;
    const values = [importsOf(viewer), state, null, since ?? null, key ?? null, size + 1];
    const rows = await this.#database.read<Row>(forBook(viewer.scope), pageSql, values);
    const [count] = await this.#database.read<{ total: number }>(
      forBook(viewer.scope),
      countSql,
      values.slice(0, 3),
    );
    return connectionOf(rows, window, count?.total ?? 0, row => ({
      cursor: this.#cursors.encode(order, [row.at, row.key], 0),
      node: published(row, viewer),
    }));
  }

  async one(viewer: Viewer, id: string): Promise<MatchItem> {
    const values = [importsOf(viewer), null, nameOf(id), null, null, 1];
    const [row] = await this.#database.read<Row>(forBook(viewer.scope), pageSql, values);
    if (!row) throw DomainError.notFound();
    return published(row, viewer);
  }
}

const published = ({ key, at: _at, ...row }: Row, viewer: Viewer): MatchItem => ({
  ...row,
  id: matchId(key),
  canUndo: row.state === 'MATCHED' && maySend(viewer, row.madeFor),
});

/** A match holds for rows of every form, so it is for those to take back for whose forms it was made. */
export const maySend = (viewer: Viewer, forms: readonly Form[]): boolean =>
  forms.every(form => importsOf(viewer).includes(form));

/**
 * $1 forms, $2 state, $3 one name. Rows that wait, and rows that found their employer by what a person said. A match is
 * there for whoever may send a form whose rows bear the name, and for all where no row bears it any more.
 */
const itemSql = `waiting as (select p.employer_name_key as key, p.import_row_id, p.form, p.employer_name as name,
      p.reason, p.parked_at as at
    from parked_row p where p.employer_uscc is null and not p.superseded and p.form = any($1::text[])
      and ($3::text is null or p.employer_name_key = $3)),
  said_so as (select m.name_key as key, m.name, m.uscc, m.matched_by, m.forms as made_for, c.known_at
    from name_match m join change c on c.id = m.change_id
    where m.undone_change is null and ($3::text is null or m.name_key = $3)),
  every_attached as (select m.key, r.id as import_row_id, s.form from said_so m
    join import_row r on r.matched_name_key = m.key join import_sheet s on s.id = r.sheet_id),
  attached as (select * from every_attached where form = any($1::text[])),
  matched as (select * from said_so m where m.key in (select key from attached union all select key from waiting)
    or m.key not in (select key from every_attached)),
  item as (select m.key, m.name, coalesce(max(w.reason), 'UNKNOWN_NAME') as reason, 'MATCHED' as state, m.uscc,
      m.matched_by, m.made_for, m.known_at, m.known_at as since from matched m left join waiting w using (key)
      where $2::text is null or $2 = 'MATCHED' group by m.key, m.name, m.uscc, m.matched_by, m.made_for, m.known_at
    union all select w.key, min(w.name), max(w.reason), 'OPEN', null, null, '{}', null, min(w.at) from waiting w
      where ($2::text is null or $2 = 'OPEN') and not exists (select from matched m where m.key = w.key) group by w.key)`;

/** The change that spoke last of a name: a match or its undoing. */
export const matchVersion = (key: string): string =>
  `coalesce((select max(greatest(v.change_id, v.undone_change)) from name_match v where v.name_key = ${key}), 0)::int`;

const countSql = `with ${itemSql} select count(*)::int as total from item`;

/** $4 and $5: the place after which the page begins; $6 its size. */
const pageSql = `with ${itemSql},
  page as materialized (select *, since::text as at from item
    where $4::text is null or (since, key) > ($4::timestamptz, $5::text) order by since, key limit $6),
  said as (select key, import_row_id, form from waiting union select key, import_row_id, form from attached)
  select p.key, p.name, p.reason, p.state, ${matchVersion('p.key')} as version, p.since, p.at, e.id as "matchedId", p.matched_by as "matchedBy",
    p.known_at as "matchedAt", p.made_for as "madeFor", coalesce(r.rows, 0) as rows, coalesce(r.forms, '{}') as forms,
    coalesce(r.places, '[]') as places, coalesce(c.candidates, '[]') as candidates
  from page p left join enterprise e on e.uscc = p.uscc
  left join lateral (select count(distinct ik.fact_key)::int as rows, array_agg(distinct s.form) as forms,
      (select json_agg(json_build_object('fileName', f.file_name, 'sheet', sh.sheet, 'row', ir.row_no,
          'importId', f.id) order by ir.id)
        from (select import_row_id from said s2 where s2.key = p.key order by import_row_id limit ${mostPlaces}) few
        join import_row ir on ir.id = few.import_row_id join import_sheet sh on sh.id = ir.sheet_id
        join import_file f on f.id = sh.file_id) as places
    from said s join import_row ik on ik.id = s.import_row_id where s.key = p.key) r on true
  left join lateral (select json_agg(json_build_object('enterpriseId', id, 'similarity', similarity,
      'formerName', former) order by similarity desc, id) as candidates
    from (select * from (select distinct on (id) id, similarity, former from (
        select n.id, similarity(n.name_key, p.key)::float8 as similarity, null as former from enterprise n
          where n.name_key % p.key
        union all select f.enterprise_id, similarity(f.name_key, p.key)::float8, f.name from former_name f
          where f.name_key % p.key) near order by id, similarity desc, former nulls first) best
      order by similarity desc, id limit ${mostCandidates}) few where p.state = 'OPEN') c on true
  order by p.since, p.key`;
