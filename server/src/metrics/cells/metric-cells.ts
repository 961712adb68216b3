import { systemScope, type Database, type Query } from '../../kernel/database.ts';
import { seeingAll } from '../../kernel/sight.ts';
import type { MetricDefinition } from '../define-metric.ts';
import type { ReadModel } from '../define-read-model.ts';
import { buildSql } from './build-sql.ts';
import { deltaSql, type NumberedTerm } from './delta-sql.ts';
import { settingsSql } from '../compose.ts';
import { settingsText } from './keys.ts';
import { StoredTerms, type StoredTerm } from './stored-terms.ts';
import { touchedSince } from './touched.ts';

interface TermRow {
  id: number;
  digest: string;
  through: number;
}

/** Keeps the cells of the catalogue's terms: inside every change, and anew where that is not enough. */
export class MetricCells {
  readonly terms: StoredTerms;

  constructor(metrics: readonly MetricDefinition[], models: readonly ReadModel[]) {
    this.terms = new StoredTerms(metrics, models);
  }

  /**
   * Part of a change, after its facts are written: brings every term along that held all changes before this one. A
   * change too large for that leaves its terms behind; figures come from the facts until they are made anew.
   */
  async onChange(query: Query, change: number): Promise<void> {
    await seeingAll(query, async () => {
      const [before] = await query<{ id: number }>('select max(id) as id from change where id < $1', [
        change,
      ]);
      // A term that is being made anew just now is locked; it counts what it sees, and is brought along later. One that
      // counted under another setting stays behind: it would hold what was counted under two.
      const rows = await query<TermRow>(
        `with rm_setting as (${settingsSql()})
         select id, digest, through from metric_term
         where through = $1 and settings in ('', ${settingsText}) order by id for update skip locked`,
        [before?.id ?? 0],
      );
      await this.#bring(query, rows, before?.id ?? 0, change);
    });
  }

  /** Brings terms that are behind up to the present, where the changes since are few; false where they are not. */
  async catchUp(query: Query): Promise<boolean> {
    const [now] = await query<{ id: number }>('select max(id) as id from change');
    const behind = await query<TermRow>(
      `with rm_setting as (${settingsSql()})
       select id, digest, through from metric_term
       where through between 0 and $1 - 1 and settings in ('', ${settingsText}) order by through, id for update skip locked`,
      [now?.id ?? 0],
    );
    let all = true;
    for (const [since, rows] of Map.groupBy(behind, row => row.through)) {
      all = (await this.#bring(query, rows, since, now?.id ?? 0)) && all;
    }
    return all;
  }

  async #bring(query: Query, rows: readonly TermRow[], since: number, change: number): Promise<boolean> {
    const known = rows.flatMap(({ id, digest }) => {
      const stored = this.terms.all.find(one => one.digest === digest);
      return stored ? [{ id, stored }] : [];
    });
    if (!known.length) return true;
    const { tables, employers } = await touchedSince(query, since);
    const isTouched = ({ stored }: NumberedTerm): boolean =>
      stored.sources.tables.some(table => tables.includes(table));
    const moved = known.filter(isTouched);
    if (employers && moved.length) await query(deltaSql(moved, this.terms.models), [employers, since]);
    const kept = employers ? known : known.filter(one => !isTouched(one));
    await query('update metric_term set through = $2 where id = any ($1::bigint[])', [
      kept.map(({ id }) => id),
      change,
    ]);
    return kept.length === known.length;
  }

  /** The terms without cells that can be trusted. */
  async missing(query: Query): Promise<StoredTerm[]> {
    const good = await query<{ digest: string }>(
      `with rm_setting as (${settingsSql()})
       select digest from metric_term where through = (select max(id) from change) and settings in ('', ${settingsText})`,
    );
    const digests = new Set(good.map(({ digest }) => digest));
    return this.terms.all.filter(({ digest }) => !digests.has(digest));
  }

  /**
   * Makes the cells of one term from the facts, in a transaction of its own; somebody else at it is left alone. `on` is
   * told which backend works, so that it can be stopped.
   */
  async rebuild(database: Database, stored: StoredTerm, on?: (backend: number) => void): Promise<boolean> {
    return database.transaction(systemScope('hub'), async query => {
      // Every clause of row-level security makes the planner expect fewer rows. Of a whole table it would then go through
      // all employers once for each contract; a join that reads each side once costs the same however many come.
      const [row] = await query<{ free: boolean; backend: number }>(
        `select pg_try_advisory_xact_lock(hashtext('hub.cells')) as free, pg_backend_pid() as backend,
           set_config('work_mem', '96MB', true), set_config('enable_nestloop', 'off', true)`,
      );
      if (!row?.free) return false;
      on?.(row.backend);
      const [term] = await query<{ id: number }>(
        `insert into metric_term (digest, through, settings, disputes) values ($1, -1, '', $2)
         on conflict (digest) do update set through = -1 returning id`,
        [stored.digest, stored.disputes],
      );
      await query('delete from metric_cell where term = $1', [term?.id]);
      await query(buildSql(stored), [term?.id, stored.digest]);
      return true;
    });
  }

  /** Drops the cells of declarations that are no more. */
  async dropOthers(query: Query): Promise<void> {
    const own = this.terms.all.map(({ digest }) => digest);
    await query(
      `with gone as (delete from metric_term where digest <> all ($1::text[]) returning id)
       delete from metric_cell where term in (select id from gone)`,
      [own],
    );
  }
}
