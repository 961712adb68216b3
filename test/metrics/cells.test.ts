import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { metrics } from '../../server/src/catalogue/metrics.ts';
import { readModels } from '../../server/src/catalogue/read-models.ts';
import { systemScope } from '../../server/src/kernel/database.ts';
import { MetricCells } from '../../server/src/metrics/cells/metric-cells.ts';
import { RowCounts } from '../../server/src/metrics/cells/row-counts.ts';
import { KeptAnswers } from '../../server/src/metrics/kept-answers.ts';
import type { MetricArgs } from '../../server/src/metrics/frame.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { empty, load } from './district.ts';
import { engineOn, hubItself, personOf } from './engine.ts';
import { anyDay, anyDistrict } from './random-district.ts';

let hub: TestHub;
let live: MetricService;
let stored: MetricService;
let stale = 0;
const cells = new MetricCells(metrics, readModels);
const counted = metrics.filter(metric => metric.counts.numerator.length);

beforeAll(async () => {
  hub = await freshDatabase();
  live = engineOn(hub, '2024-06-30');
  stored = engineOn(hub, '2024-06-30', { terms: cells.terms, onStale: () => void stale++ });
});
afterAll(() => hub.close());

const system = systemScope('test');
const missing = (): Promise<unknown[]> => hub.database.transaction(system, query => cells.missing(query));

async function makeAll(): Promise<void> {
  for (const term of await hub.database.transaction(system, query => cells.missing(query))) {
    await cells.rebuild(hub.database, term);
  }
}

/** A change as the hub makes it, with the cells brought along in its transaction; a town's own hand sees its town only. */
async function changed(sql: readonly string[], keep = true, scope = system): Promise<void> {
  await hub.database.transaction(
    scope,
    async query => {
      const [begun] = await query<{ id: number }>(
        `select hub_begin_change('IMPORT', 'test', null, null) as id`,
      );
      for (const one of sql) await query(one);
      if (keep) await cells.onChange(query, begun?.id ?? 0);
      await query('select hub_settle_change(now())');
    },
    300_000,
  );
}

/** What files, withdrawals and matches do to facts, with a number to choose by. */
const acts: readonly ((n: number) => string[])[] = [
  n => [`update enterprise set town = 'CORE', industry = 'C' where id % 4 = ${n % 4}`],
  n => [`update enterprise set staff = staff + 7, founded_on = founded_on + 30, size = null where id = ${n}`],
  n => [`update enterprise set closed_on = '2022-05-0${n}' where id = ${n}`],
  n => [`update enterprise_status set status = case status when 'ACTIVE' then 'SUSPENDED' else 'ACTIVE' end
         where enterprise_id = ${n}`],
  n => [`delete from certification where enterprise_id = ${n}`],
  n => [`update certification set certified_on = certified_on + 40, qualified = not qualified where id % 3 = ${n % 3}`],
  n => [`update union_organisation set members = 3, form = 'JOINT', dissolved_on = '2023-01-01' where enterprise_id = ${n}`],
  n => [`update dispute set closed_on = null, outcome = null, amount = 5, applicants = 30 where id % 3 = ${n % 3}`],
  n => [`update dispute set enterprise_id = ${n}, channel = 'COURT' where id % 3 = ${n % 3}`],
  n => [`update contract set ends_on = starts_on + ${n * 90}, electronic = true where enterprise_id = ${n}`],
  n => [`update signing set signed_at = signed_at + interval '${n} days', digest = 'aa' where id % 2 = ${n % 2}`],
  n => [`delete from signing where id % 3 = ${n % 3}`],
  n => [`update filing set workers = workers + ${n}, kind = 'CANCEL' where enterprise_id = ${n}`],
  n => [`update inspection set grade = 'C', corrected_on = correction_due_on where enterprise_id = ${n}`],
  n => ['former_name', 'inspection', 'signing', 'filing', 'contract', 'dispute', 'certification', 'union_organisation', 'enterprise_status']
    .map(table => `delete from ${table} where enterprise_id = ${n}`).concat(`delete from enterprise where id = ${n}`),
]; // prettier-ignore

const viewers: readonly Viewer[] = [
  hubItself,
  personOf('TOWN', 'LUOBU'),
  personOf('COURT'),
  personOf('TOWN'),
];
const filters = [
  null, null, { town: { eq: 'LUOBU' } }, { industry: { ne: 'C' } }, { size: { isNull: true } },
  { or: [{ town: { in: ['CORE'] } }, { industry: { eq: 'F' } }] }, { registration: { eq: '个体工商户' }, town: { ne: 'CORE' } },
]; // prettier-ignore

const question = fc
  .record({
    metric: fc.constantFrom(...counted), days: fc.tuple(anyDay, anyDay), filter: fc.constantFrom(...filters),
    viewer: fc.constantFrom(...viewers), cut: fc.nat(), cuts: fc.integer({ min: 0, max: 2 }),
    grain: fc.constantFrom(null, 'WEEK', 'MONTH', 'QUARTER', 'YEAR'),
  })
  .map(({ metric, days, filter, viewer, cut, cuts, grain }) => {
    const [from, to] = [...days].sort();
    const by = metric.dimensions.slice(0, cuts).map((_, i) => metric.dimensions[(cut + i * 2 + 1) % metric.dimensions.length]);
    const span = metric.kind === 'FLOW' || grain ? { from, to } : { at: to };
    return { viewer, args: { key: metric.key, ...span, grain, by: [...new Set(by)], filter } as MetricArgs };
  }); // prettier-ignore

async function answer(engine: MetricService, { viewer, args }: { viewer: Viewer; args: MetricArgs }) {
  return engine.metric(viewer, args).then(
    ({ total, points }) => ({ total, points }),
    (error: { code?: string }) => error.code ?? Promise.reject(error as unknown as Error),
  );
}

describe('stored cells', () => {
  it('give the very answers of the facts, for everybody, through any changes', async () => {
    const change = fc.tuple(fc.nat({ max: acts.length - 1 }), fc.integer({ min: 1, max: 8 }));
    const steps = fc.array(
      fc.record({ change, asked: fc.array(question, { minLength: 12, maxLength: 12 }) }),
      {
        minLength: 3,
        maxLength: 3,
      },
    );
    await fc.assert(
      fc.asyncProperty(anyDistrict, steps, async (facts, through) => {
        await empty(hub);
        await load(hub, facts);
        await makeAll();
        stale = 0;
        for (const { change: [act, n], asked } of through) {
          await changed(acts[act]?.(n) ?? []);
          expect(await missing(), 'terms left behind').toEqual([]);
          for (const one of asked) {
            expect(await answer(stored, one), JSON.stringify(one.args)).toEqual(await answer(live, one));
          }
        }
        expect(stale, 'answers that had to ask the facts').toBe(0);
      }),
      { numRuns: 4, endOnFailure: true },
    ); // prettier-ignore
  });
});

describe('cells that cannot be trusted', () => {
  const asked = { key: 'union.coverage', at: '2024-01-01', by: ['TOWN'] } as const;
  const agree = async (): Promise<void> => {
    expect(await answer(stored, { viewer: hubItself, args: asked })).toEqual(
      await answer(live, { viewer: hubItself, args: asked }),
    );
  };

  it.each([
    ['a change of a hub that keeps none', () => changed([`update enterprise set town = 'CORE'`], false)],
    ["an owner's own hand", () => hub.owner(`update enterprise set town = 'LUOBU' where id > 3`)],
    [
      'a setting',
      () => hub.owner(`insert into setting (name, value) values ('denominator', '"ENTERPRISES"')`),
    ],
    ['a declaration that is new', () => hub.owner(`delete from metric_term`)],
  ])('after %s the facts are asked, until the cells are made anew', async (_, happens) => {
    await makeAll();
    stale = 0;
    await agree();
    expect(stale).toBe(0);
    await happens();
    await agree();
    expect(stale).toBe(1);
    await makeAll();
    await agree();
    expect(stale).toBe(1);
  });

  it('what is a little behind is brought along without being made anew', async () => {
    await makeAll();
    await changed([`update enterprise set staff = staff + 1, town = 'CORE' where id < 4`], false);
    expect(await hub.database.transaction(system, query => cells.catchUp(query))).toBe(true);
    expect(await missing()).toEqual([]);
    stale = 0;
    await agree();
    expect(stale).toBe(0);
  });

  it("a town's own act counts every town's rows, and its scope is given back", async () => {
    const scope = { actor: 'person:1', towns: ['CORE'], channels: '*' } as const;
    await changed(
      [`update enterprise set founded_on = '2024-02-01' where id = (select min(id) from enterprise)`],
      true,
      scope,
    );
    stale = 0;
    await agree();
    expect(stale).toBe(0);
  });

  it('rows are counted as they are, for whoever may see them', async () => {
    await makeAll();
    const counts = new RowCounts(hub.database, cells.terms);
    for (const scope of [system, { actor: 'x', towns: ['CORE'], channels: '*' }, { actor: 'x', towns: '*', channels: ['COURT'] }] as const) {
      const known = await counts.of(scope);
      for (const { table } of cells.terms.rows) {
        const [one] = await hub.database.read<{ rows: number }>(scope, `select count(*) as rows from ${table}`);
        expect(known?.get(table), table).toBe(one?.rows);
      }
    }
    await hub.owner(`update enterprise set staff = 3`);
    expect(await counts.of(system)).toBeUndefined();
  }); // prettier-ignore

  it('an answer is given again only while nothing it depends on has changed', async () => {
    await makeAll();
    let statements = 0;
    const database: TestHub['database'] = {
      ...hub.database,
      read: (scope, sql, values, name) => {
        if (sql.includes('metric_cell')) statements++;
        return hub.database.read(scope, sql, values, name);
      },
    };
    const kept = { terms: cells.terms, answers: new KeptAnswers(database), onStale: () => undefined };
    const engine = engineOn({ ...hub, database }, '2024-06-30', kept);
    const same = async (expected: number): Promise<void> => {
      statements = 0;
      for (const viewer of [hubItself, hubItself, personOf('TOWN', 'CORE')]) {
        const one = { viewer, args: asked };
        expect(await answer(engine, one)).toEqual(await answer(live, one));
      }
      expect(statements).toBe(expected);
    };
    await same(2);
    await same(0);
    await changed([`update enterprise set town = 'CORE' where id = (select max(id) from enterprise)`]);
    await same(2);
    await hub.owner(`update target set value = 0.5, set_at = now() where day = '2022-12-31'`);
    await same(2);
    await hub.owner(
      `update enterprise set founded_on = '2024-01-05' where id = (select max(id) from enterprise)`,
    );
    await same(3);
  });

  it('nobody reads cells of other towns or channels', async () => {
    const seen = (towns: string[] | '*', channels: string[] | '*') =>
      hub.database.read<{ level: number; k1: string }>(
        { actor: 'x', towns, channels },
        `select distinct c.level, c.k1 from metric_cell c join metric_term t on t.id = c.term where t.disputes`,
      );
    for (const { level, k1 } of await seen(['CORE'], '*')) expect([level & 1, k1]).toEqual([1, 'CORE']);
    for (const { level, k1 } of await seen('*', ['COURT'])) {
      expect(level & 2).toBe(2);
      if (!(level & 1)) expect(k1).toBe('COURT');
    }
    expect(await seen([], [])).toEqual([]);
  });
});
