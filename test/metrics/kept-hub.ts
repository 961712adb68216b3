import type { Viewer } from '../../server/src/access/viewer.ts';
import { metrics } from '../../server/src/catalogue/metrics.ts';
import { readModels } from '../../server/src/catalogue/read-models.ts';
import { systemScope, type Scope } from '../../server/src/kernel/database.ts';
import { MetricCells } from '../../server/src/metrics/cells/metric-cells.ts';
import type { MetricArgs } from '../../server/src/metrics/frame.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { engineOn } from './engine.ts';

export const system = systemScope('test');

/** A hub of its own with cells, and beside it an engine that asks the facts. */
export interface KeptHub {
  readonly hub: TestHub;
  readonly cells: MetricCells;
  readonly live: MetricService;
  readonly stored: MetricService;
  /** How many answers had to do without cells since it was last asked. */
  stale(): number;
  /** Terms without cells that can be trusted. */
  missing(): Promise<unknown[]>;
  makeAll(): Promise<void>;
  /** A setting as the hub makes it, with the cells brought along in its change. */
  set(key: string, value: unknown): Promise<void>;
  /** A change as the hub makes it, with the cells brought along in its transaction. */
  changed(sql: readonly string[], keep?: boolean, scope?: Scope): Promise<void>;
}

export async function keptHub(today = '2024-06-30'): Promise<KeptHub> {
  const hub = await freshDatabase();
  const cells = new MetricCells(metrics, readModels);
  let stale = 0;
  const missing = () => hub.database.transaction(system, query => cells.missing(query));
  const changed: KeptHub['changed'] = async (sql, keep = true, scope = system) => {
    await hub.database.transaction(scope, async query => {
      const begin = `select hub_begin_change('IMPORT', 'test', null, null) as id`;
      const [begun] = await query<{ id: number }>(begin);
      for (const one of sql) await query(one);
      if (keep) await cells.onChange(query, begun?.id ?? 0);
      await query('select hub_settle_change(now())');
    });
  };
  return {
    hub,
    cells,
    live: engineOn(hub, today),
    stored: engineOn(hub, today, { terms: cells.terms, onStale: () => void stale++ }),
    stale: () => {
      const count = stale;
      stale = 0;
      return count;
    },
    missing,
    async makeAll() {
      for (const term of await missing()) await cells.rebuild(hub.database, term);
    },
    set: (key, value) =>
      changed([
        `insert into setting_statement (key, value, stated_by) values ('${key}', '${JSON.stringify(value)}', 'test')`,
      ]),
    changed,
  };
}

/** Who asks what. */
export interface Asked {
  readonly viewer: Viewer;
  readonly args: MetricArgs;
}

/** What an engine says: figures, or the code of its refusal. */
export async function answer(engine: MetricService, { viewer, args }: Asked): Promise<unknown> {
  return engine.metric(viewer, args).then(
    ({ total, points }) => ({ total, points }),
    (error: { code?: string }) => error.code ?? Promise.reject(error as unknown as Error),
  );
}
