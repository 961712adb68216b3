import { canReadSource } from '../access/policy.ts';
import { forFigures } from '../access/scope-of.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database, Scope } from '../kernel/database.ts';
import { daysBetween, endOfShanghaiDay, shanghaiDay, type Day } from '../kernel/days.ts';
import type { Freshness } from './data-source.type.ts';
import type { Form, Source } from './define-source.ts';

/** How one form stands as a source of figures. */
export interface DataSource {
  readonly form: Form;
  readonly name: string;
  readonly owner: string;
  readonly lastImport: Date | null;
  readonly statedOn: Day | null;
  readonly age: number | null;
  readonly staleAfter: number;
  readonly stale: boolean;
  readonly freshness: Freshness;
  readonly daysLeft: number | null;
  readonly rows: number;
  readonly parkedRows: number;
  readonly openIssues: number;
}

interface Delivered {
  readonly form: Form;
  readonly known_at: Date | null;
  readonly stated_on: Day | null;
  readonly rows: number;
  readonly parked: number;
  readonly issues: number;
}

/** The facts of each table that exist for a viewer, where somebody keeps count; else they are counted. */
export type CountRows = (scope: Scope) => Promise<ReadonlyMap<string, number> | undefined>;

/** Tells of every declared form when it came last, how much there is, and what waits. */
export class DataSourceService {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #sources: readonly Source[];
  readonly #counts: CountRows | undefined;

  constructor(database: Database, clock: Clock, sources: readonly Source[], counts?: CountRows) {
    [this.#database, this.#clock, this.#sources] = [database, clock, sources];
    this.#counts = counts;
  }

  /** The forms asked for, or all that the viewer may see, in the order they are declared; `at` is the day the age is counted to. */
  async list(
    viewer: Viewer,
    options: { at?: Day | null; forms?: readonly Form[] } = {},
  ): Promise<DataSource[]> {
    const at = options.at ?? this.#clock.today();
    const scope = forFigures(viewer.scope);
    const counts = await this.#counts?.(scope);
    const sql = statement(this.#sources, counts);
    const rows = await this.#database.read<Delivered>(scope, sql, [endOfShanghaiDay(at)]);
    const byForm = new Map(rows.map(row => [row.form, row]));
    return this.#sources
      .filter(({ form }) => canReadSource(viewer, form) && (options.forms?.includes(form) ?? true))
      .map(source => described(source, byForm.get(source.form), at, viewer));
  }
}

function described(source: Source, found: Delivered | undefined, at: Day, viewer: Viewer): DataSource {
  const { language } = viewer;
  const lastImport = found?.known_at ?? null;
  const day = found?.stated_on ?? (lastImport && shanghaiDay(lastImport));
  const age = day ? Math.max(0, daysBetween(day, at)) : null;
  return {
    form: source.form, name: source.title[language], owner: source.owner[language],
    lastImport, statedOn: found?.stated_on ?? null, age,
    staleAfter: source.staleAfter, stale: age === null || age > source.staleAfter,
    freshness: age === null ? 'MISSING' : age > source.staleAfter ? 'STALE' : 'FRESH',
    daysLeft: age === null ? null : source.staleAfter - age,
    rows: found?.rows ?? 0, parkedRows: found?.parked ?? 0, openIssues: found?.issues ?? 0,
  }; // prettier-ignore
}

/** The newest delivery of each form by the day it speaks of; a record sent twice waits once; open is what each sender's newest delivery left. */
function statement(sources: readonly Source[], known: ReadonlyMap<string, number> | undefined): string {
  const counts = sources.map(({ form, table }) => {
    const rows = known?.get(table) ?? `(select count(*)::int from ${table})`;
    return `select '${form}' as form, ${rows} as rows`;
  });
  return `with delivery as (select s.*, f.actor from import_sheet s join import_file f on f.id = s.file_id
      where s.status = 'DONE' and f.status <> 'WITHDRAWN' and s.known_at <= $1),
    last as (select form, max(known_at) as known_at from delivery group by form),
    stated as (select distinct on (form) form, stated_on from delivery
      order by form, coalesce(stated_on, (known_at at time zone 'Asia/Shanghai')::date) desc, known_at desc),
    newest as (select distinct on (form, actor) form, file_id from delivery order by form, actor, known_at desc),
    open as (select d.form, count(*)::int as issues from newest n
      join delivery d on d.form = n.form and d.file_id = n.file_id join import_issue i on i.sheet_id = d.id
      where i.severity in ('ERROR', 'WARNING') group by d.form),
    parked as (select form, count(*)::int as parked from (select distinct form, key_hash from parked_row where not superseded) p
      group by form)
    select c.form, c.rows, l.known_at, st.stated_on, coalesce(p.parked, 0) as parked, coalesce(o.issues, 0) as issues
      from (${counts.join(' union all ')}) c left join last l using (form) left join stated st using (form)
      left join parked p using (form) left join open o using (form)`;
}
