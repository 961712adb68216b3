import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../../server/src/catalogue/metrics.ts';
import type { MetricDefinition } from '../../server/src/metrics/define-metric.ts';
import type { Dimension } from '../../server/src/metrics/dimensions.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { change, empty, load, type District } from './district.ts';
import { engineOn, hubItself } from './engine.ts';
import { cutAfter, keepOf } from './facts-of.ts';
import { flowOver, stockAt } from './oracle.ts';
import type { Count, Keep } from './oracle-days.ts';
import { anyDay, anyDistrict } from './random-district.ts';

let hub: TestHub;
let engine: MetricService;
beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub, '2024-06-30');
});
afterAll(() => hub.close());

const question = fc.record({ days: fc.tuple(anyDay, anyDay), pick: fc.integer({ min: 0, max: 40 }) });
const runs = { numRuns: 8 };
/** The figures that count; an index and one that awaits its module are held to account elsewhere. */
const counted = metrics.filter(metric => !metric.parts && !metric.awaits);

const oracle = (metric: MetricDefinition, facts: District, from: string, to: string, keep?: Keep): Count =>
  metric.kind === 'STOCK'
    ? stockAt(metric.key, facts, to, keep)
    : flowOver(metric.key, facts, from, to, keep);

/** An answer's total as the oracle counts: gap keeps what it is made of to itself. */
const asked = (metric: MetricDefinition, from: string, to: string) => ({
  key: metric.key,
  ...(metric.kind === 'STOCK' ? { at: to } : { from, to }),
});

describe('over small random districts', () => {
  it('every figure agrees with a plain slow computation, in total and in every cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyDistrict, fc.array(question, { minLength: 3, maxLength: 3 }), async (facts, questions) => {
        await empty(hub);
        await load(hub, facts);
        for (const { days, pick } of questions) {
          const [from, to] = [...days].sort() as [string, string];
          for (const metric of counted) {
            const by = [...new Set([0, 1].map(i => metric.dimensions[(pick + i * 3) % metric.dimensions.length] as Dimension))];
            const openOutcome = metric.kind === 'STOCK' && by.includes('OUTCOME');
            const { total, points } = await engine.metric(hubItself, { ...asked(metric, from, to), by });
            const about = `${metric.key} ${from}–${to} by ${by.join()}`;
            check(metric, total, oracle(metric, facts, from, to), to, about);
            if (openOutcome) continue;
            for (const { cuts, value } of points) {
              check(metric, value, oracle(metric, facts, from, to, keepOf(facts, cuts, to)), to, `${about} ${cuts.map(c => c.key).join()}`);
            }
            if (metric.gapTo) continue;
            const sum = (of: (p: (typeof points)[number]) => number | null) => points.reduce((s, p) => s + (of(p) ?? 0), 0);
            expect(sum(p => p.value.numerator), `${about}: numerators add up`).toBeCloseTo(total.numerator ?? 0, 6);
            expect(sum(p => p.value.denominator), `${about}: denominators add up`).toBe(total.denominator ?? 0);
          }
        }
      }),
      runs,
    );
  }); // prettier-ignore

  it('every point of a series is the figure of its own period', async () => {
    await fc.assert(
      fc.asyncProperty(anyDistrict, question, fc.constantFrom('DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'), async (facts, { days }, grain) => {
        await empty(hub);
        await load(hub, facts);
        const [from, to] = [...days].sort() as [string, string];
        const near = grain === 'DAY' ? new Date(Date.parse(from) + 20 * 864e5).toISOString().slice(0, 10) : to;
        const last = near < to ? near : to;
        for (const metric of counted) {
          const { points } = await engine.metric(hubItself, { key: metric.key, from, to: last, grain });
          for (const [i, point] of points.entries()) {
            const next = points[i + 1]?.period;
            const end = next ? new Date(Date.parse(next) - 864e5).toISOString().slice(0, 10) : last;
            const start = (point.period as string) < from ? from : (point.period as string);
            check(metric, point.value, oracle(metric, facts, start, end), end, `${metric.key} ${grain} ${start}–${end}`);
          }
        }
      }),
      runs,
    );
  }); // prettier-ignore

  it('every figure as known before later imports is the figure of then, in every town', async () => {
    const later = [
      `update enterprise set staff = staff + 7, town = 'CORE', founded_on = founded_on + 30 where id % 2 = 0`,
      `delete from certification where id % 2 = 0`,
      `update union_organisation set members = 0, form = 'NONE' where enterprise_id % 3 = 0`,
      `update dispute set closed_on = null, amount = 5, applicants = 30 where id % 2 = 0`,
      `update enterprise_status set status = 'SUSPENDED'`,
      `update contract set ends_on = starts_on + 3, electronic = not electronic where id % 2 = 0`,
      `update filing set workers = workers + 9, kind = 'OTHER' where kind = 'CANCEL'`,
      `delete from signing where id % 2 = 0`,
      `update inspection set grade = 'C', corrected_on = null where id % 2 = 0`,
    ];
    await fc.assert(
      fc.asyncProperty(anyDistrict, question, async (facts, { days }) => {
        const [from, to] = [...days].sort() as [string, string];
        const answers = (known: object): Promise<unknown[]> =>
          Promise.all(
            counted.map(async metric => {
              const args = { ...asked(metric, from, to), by: ['TOWN'] as const, ...known };
              const { total, points } = await engine.metric(hubItself, args);
              return [metric.key, total, points];
            }),
          );
        await empty(hub);
        await load(hub, facts, { knownAt: '2024-01-01T00:00:00Z' });
        const then = await answers({});
        for (const sql of later) await change(hub, '2024-02-01T00:00:00Z', sql);
        expect(await answers({ asKnownAt: new Date('2024-01-31T00:00:00Z') })).toEqual(then);
        expect(await answers({ asKnownAt: new Date('2024-03-01T00:00:00Z') })).toEqual(await answers({}));
      }),
      runs,
    );
  });

  it('a stock of a past day ignores every fact of a later day', async () => {
    await fc.assert(
      fc.asyncProperty(anyDistrict, anyDay, async (facts, day) => {
        const answers = async (): Promise<unknown[]> =>
          Promise.all(
            counted
              .filter(metric => metric.kind === 'STOCK')
              .map(async ({ key }) => (await engine.metric(hubItself, { key, at: day })).total.value),
          );
        await empty(hub);
        await load(hub, facts);
        const before = await answers();
        await empty(hub);
        await load(hub, cutAfter(facts, day));
        expect(await answers()).toEqual(before);
      }),
      runs,
    );
  });
});

type Value = { value: number | null; numerator: number | null; denominator: number | null };

function check(metric: MetricDefinition, value: Value, { n, d }: Count, to: string, about: string): void {
  if (metric.gapTo) return expect(value.value, about).toBe(gapOf(n, d ?? 0, to));
  if (d === null) return expect(value, about).toMatchObject({ value: n, numerator: n, denominator: null });
  const times = metric.unit === 'PER_100' ? 100 : 1;
  expect(value, about).toMatchObject({ numerator: n, denominator: d });
  if (d === 0) expect(value.value, `${about}: an empty denominator`).toBeNull();
  else expect(value.value, about).toBeCloseTo((times * n) / d, 10);
}

/** The default path by whole-number arithmetic: 0.9 reached over the 197 days from 2022-06-17 to 2022-12-31. */
function gapOf(certified: number, employers: number, day: string): number {
  const past = Math.round((Date.parse(day) - Date.parse('2022-06-17')) / 864e5);
  const done = Math.min(197, Math.max(0, past));
  return Math.max(0, Math.ceil((employers * 9 * done) / 1970) - certified);
}
