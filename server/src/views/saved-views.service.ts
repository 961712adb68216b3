import { once } from '../access/idempotency.ts';
import { demand } from '../access/policy.ts';
import { actorOf, type Viewer } from '../access/viewer.ts';
import type { AuditEvent, AuditTrail } from '../kernel/audit.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Cursors } from '../kernel/cursor.ts';
import type { Database, Query } from '../kernel/database.ts';
import { demandVersion, DomainError } from '../kernel/errors.ts';
import { connectionOf, windowOf, type ListArgs } from '../kernel/page.ts';
import type { Connection } from '../kernel/page.type.ts';
import { demandNoNumbers } from '../kernel/personal-numbers.ts';
import { viewPath } from './view-path.ts';

/** What saved views stand on. */
export interface ViewDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: AuditTrail;
  readonly cursors: Cursors;
}

/** A view as its reader sees it. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly shared: boolean;
  readonly own: boolean;
  readonly savedBy: string;
  readonly savedAt: Date;
  readonly version: number;
}

interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}
interface Decided extends Keyed {
  readonly id: string;
  readonly version: number;
}
interface ViewRow extends Omit<SavedView, 'id'> {
  readonly id: number;
}

/** What an act did: the view, and what the trail hears of it besides. */
interface Done {
  readonly row: ViewRow | undefined;
  readonly event: Pick<AuditEvent, 'before' | 'after'>;
}

const mostViews = 200;
const order = 'SavedView own and name';
const columns = `id, name, path, shared, owner = $1 as own, owner_name as "savedBy", created_at as "savedAt", version`;

/** Views: a name and an address. What stands there is asked anew by whoever opens it, within what they may see. */
export class SavedViews {
  readonly #deps: ViewDeps;

  constructor(deps: ViewDeps) {
    this.#deps = deps;
  }

  /** Own views first, then those that others share; each by its name. */
  async list(viewer: Viewer, args: ListArgs): Promise<Connection<SavedView>> {
    demand(viewer, 'view.read');
    const { database, cursors } = this.#deps;
    const window = windowOf(args);
    const place = window.after === null ? null : cursors.decode('after', order, window.after);
    const [others = null, name = null] = place?.keys ?? [];
    const rows = await database.read<ViewRow & { total: number }>(
      viewer.scope,
      `select counted.total, page.* from (select count(*)::int as total from saved_view) counted
        left join lateral (select * from (select ${columns} from saved_view) v
          where $2::boolean is null or (not own, name collate "C", id) > ($2, $3 collate "C", $4::bigint)
          order by not own, name collate "C", id limit $5) page on true
        order by not page.own, page.name collate "C", page.id`,
      [viewer.scope.actor, others, name, place?.id ?? null, window.size + 1],
    );
    const views = rows.filter(row => row.id !== null);
    return connectionOf(views, window, rows[0]?.total ?? 0, ({ total: _total, ...row }) => ({
      cursor: cursors.encode(order, [String(!row.own), row.name], row.id),
      node: shown(row),
    }));
  }

  /** Keeps an address under a name. */
  save(
    viewer: Viewer,
    input: Keyed & { readonly name: string; readonly path: string; readonly shared: boolean },
  ): Promise<SavedView> {
    const [name, path] = [nameOf(input.name), viewPath(input.path)];
    return this.#act(viewer, 'saveView', input, async query => {
      await query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`views ${viewer.scope.actor}`]);
      const [held] = await query<{ count: number }>(
        'select count(*)::int as count from saved_view where owner = $1',
        [viewer.scope.actor],
      );
      if ((held?.count ?? 0) >= mostViews) throw full();
      const [row] = await query<ViewRow>(
        `insert into saved_view (owner, owner_name, name, path, shared, created_at, changed_at)
          values ($1, $2, $3, $4, $5, $6, $6) returning ${columns}`,
        [viewer.scope.actor, viewer.name, name, path, input.shared, this.#deps.clock.now()],
      );
      return { row, event: { after: { name, path, shared: input.shared } } };
    });
  }

  /** Another name, shared or no longer; a view of somebody else does not exist here. */
  rename(
    viewer: Viewer,
    input: Decided & { readonly name: string; readonly shared?: boolean | null | undefined },
  ): Promise<SavedView> {
    const name = nameOf(input.name);
    return this.#act(viewer, 'renameView', input, async query => {
      const was = await this.#own(query, viewer, input);
      const shared = input.shared ?? was.shared;
      const [row] = await query<ViewRow>(
        `update saved_view set name = $3, shared = $4, changed_at = $5, version = version + 1
          where owner = $1 and id = $2 returning ${columns}`,
        [viewer.scope.actor, was.id, name, shared, this.#deps.clock.now()],
      );
      return { row, event: { before: { name: was.name, shared: was.shared }, after: { name, shared } } };
    });
  }

  /** Throws a view away; links to its page go on leading there. */
  remove(viewer: Viewer, input: Decided): Promise<SavedView> {
    return this.#act(viewer, 'deleteView', input, async query => {
      const was = await this.#own(query, viewer, input);
      await query('delete from saved_view where id = $1', [was.id]);
      const { name, path, shared } = was;
      return { row: was, event: { before: { name, path, shared } } };
    });
  }

  async #own(query: Query, viewer: Viewer, { id, version }: Decided): Promise<ViewRow> {
    const [, digits] = /^(?:SavedView:)?(\d{1,15})$/.exec(id) ?? [];
    const [row] = digits
      ? await query<ViewRow>(`select ${columns} from saved_view where owner = $1 and id = $2 for update`, [
          viewer.scope.actor,
          digits,
        ])
      : [];
    if (!row) throw DomainError.notFound();
    demandVersion(version, row.version);
    return row;
  }

  /** An act in a transaction of its own, done once for its key and entered in the trail with it. */
  async #act(
    viewer: Viewer,
    act: string,
    input: Keyed,
    work: (query: Query) => Promise<Done>,
  ): Promise<SavedView> {
    demand(viewer, 'view.write');
    const { database, clock, audit } = this.#deps;
    const asked = { actor: viewer.scope.actor, act, input, at: clock.now() };
    const view = await database.transaction(viewer.scope, query =>
      once(query, asked, async () => {
        const { row, event } = await work(query);
        if (!row) throw DomainError.notFound();
        const { shared } = row;
        const object = `SavedView:${row.id}`;
        await audit.record(query, actorOf(viewer), { act, object, ...event, detail: { shared } });
        return shown(row);
      }),
    );
    return { ...view, savedAt: new Date(view.savedAt) };
  }
}

const shown = (row: ViewRow): SavedView => ({ ...row, id: `SavedView:${row.id}` });

function nameOf(text: string): string {
  const name = text.trim();
  if (name && name.length <= 80 && !/\p{Cc}/u.test(name)) return demandNoNumbers('name', name);
  throw DomainError.badInput('name', {
    zh: '名称应为 1 至 80 个字符。',
    en: 'A name has 1 to 80 characters.',
  });
}

const full = (): DomainError =>
  DomainError.badInput('name', {
    zh: `每人最多保存 ${mostViews} 个视图，请先删去不用的。`,
    en: `At most ${mostViews} views each; delete those that are not used.`,
  });
