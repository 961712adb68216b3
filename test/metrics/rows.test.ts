import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../../server/src/catalogue/metrics.ts';
import type { MetricDefinition } from '../../server/src/metrics/define-metric.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import type { RowsArgs } from '../../server/src/metrics/rows/whole-rows.ts';
import type { MetricRow } from '../../server/src/metrics/rows/metric-rows.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { change, empty, load } from './district.ts';
import { engineOn, hubItself } from './engine.ts';
import { anyDay, anyDistrict } from './random-district.ts';

let hub: TestHub;
let engine: MetricService;
beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub, '2024-06-30');
});
afterAll(() => hub.close());

/** All rows of all pages, taken a few at a time. */
async function everyRow(args: RowsArgs, size = 3) {
  const rows: MetricRow[] = [];
  for (let after: string | null = null, more = true; more;) {
    const page = await engine.rows(hubItself, { ...args, first: size, after });
    rows.push(...page.nodes);
    expect(page.edges.length).toBeLessThanOrEqual(size);
    if (!page.pageInfo.hasNextPage) expect(page.totalCount).toBe(rows.length);
    [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
  }
  return rows;
}

const asked = (metric: MetricDefinition, from: string, to: string): RowsArgs => ({
  key: metric.key,
  ...(metric.kind === 'STOCK' ? { at: to } : { from, to }),
});
const sum = (rows: readonly MetricRow[]): number => rows.reduce((total, row) => total + row.contribution, 0);

describe('the rows of every figure, over small random districts', () => {
  it('add up to its numerator, and with those it lacks to its denominator', async () => {
    await fc.assert(
      fc.asyncProperty(anyDistrict, fc.tuple(anyDay, anyDay), fc.constantFrom({}, { town: { eq: 'LUOBU' } }), async (facts, days, filter) => {
        await empty(hub);
        await load(hub, facts);
        const [from, to] = [...days].sort() as [string, string];
        for (const metric of metrics) {
          const args = { ...asked(metric, from, to), ...(metric.dimensions.includes('TOWN') && { filter }) };
          const { total } = await engine.metric(hubItself, args);
          const inside = await everyRow(args);
          const about = `${metric.key} ${from}–${to}`;
          expect(sum(inside), `${about}: inside`).toBeCloseTo(total.numerator ?? 0, 6);
          if (metric.unit === 'COUNT') expect(inside.every(row => row.contribution === 1), `${about}: each is 1`).toBe(true);
          const missing = await everyRow({ ...args, inside: false });
          expect(missing.every(row => row.reason), `${about}: every missing row says why`).toBe(true);
          if (metric.unit !== 'RATIO') continue;
          expect(sum(inside) + sum(missing), `${about}: inside and missing`).toBeCloseTo(total.denominator ?? 0, 6);
          if (total.gap !== null) expect(total.gap).toBeLessThanOrEqual(sum(missing));
        }
      }),
      { numRuns: 6 },
    );
  }, 240_000); // prettier-ignore

  it('as known at a moment are those of then', async () => {
    const listed = async (days: [string, string], known: object) => {
      const all: unknown[] = [];
      for (const metric of metrics.filter(one => one.kind === 'STOCK' && one.unit === 'RATIO')) {
        for (const inside of [true, false]) {
          const { nodes } = await engine.rows(hubItself, { ...asked(metric, ...days), inside, first: 200, ...known });
          all.push([metric.key, inside, nodes.map(({ contribution, reason, ids }) => [contribution, reason, ids])]);
        }
      }
      return all;
    };
    await fc.assert(
      fc.asyncProperty(anyDistrict, anyDay, async (facts, day) => {
        await empty(hub);
        await load(hub, facts, { knownAt: '2024-01-01T00:00:00Z' });
        const then = await listed([day, day], {});
        await change(hub, '2024-02-01T00:00:00Z', `update enterprise set staff = staff + 7, founded_on = founded_on + 30`);
        await change(hub, '2024-02-02T00:00:00Z', `delete from contract`);
        expect(await listed([day, day], { asKnownAt: new Date('2024-01-31T00:00:00Z') })).toEqual(then);
      }),
      { numRuns: 3 },
    );
  }, 120_000); // prettier-ignore
});
