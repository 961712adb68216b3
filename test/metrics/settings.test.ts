import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../../server/src/catalogue/metrics.ts';
import type { MetricDefinition } from '../../server/src/metrics/define-metric.ts';
import type { MetricValue } from '../../server/src/metrics/figure.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { empty, load, state, type District } from './district.ts';
import { engineOn, hubItself } from './engine.ts';
import { keepOf } from './facts-of.ts';
import { stockAt } from './oracle.ts';
import type { Count, Keep } from './oracle-days.ts';
import { anyDay, anyDistrict } from './random-district.ts';

let hub: TestHub;
let engine: MetricService;
beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub, '2024-06-30');
});
afterAll(() => hub.close());

/** A path in millionths, by days. */
type Path = readonly (readonly [day: string, micros: number])[];
const decimal = (micros: number): string =>
  `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
const anyPath: fc.Arbitrary<Path> = fc
  .uniqueArray(fc.tuple(anyDay, fc.integer({ min: 0, max: 1_000_000 })), { minLength: 1, maxLength: 4, selector: ([day]) => day })
  .map(points => points.sort(([a], [b]) => (a < b ? -1 : 1))); // prettier-ignore
const ownPath: Path = [['2022-06-17', 0], ['2022-12-31', 900_000]]; // prettier-ignore

/** What a district may have set. */
interface Said {
  readonly rule: 'EMPLOYERS' | 'ENTERPRISES';
  readonly term: number;
  readonly path: Path;
  readonly town: Path | null;
}
const anySaid: fc.Arbitrary<Said> = fc.record({
  rule: fc.constantFrom('EMPLOYERS', 'ENTERPRISES'),
  term: fc.integer({ min: 1, max: 6 }),
  path: anyPath,
  town: fc.option(anyPath, { freq: 2 }),
});
const nothingSaid: Said = { rule: 'EMPLOYERS', term: 3, path: ownPath, town: null };

/** A path on a day as an exact fraction, by whole numbers alone. */
function targetOn(path: Path, day: string): [n: bigint, d: bigint] {
  const before = path.filter(([at]) => at <= day).at(-1);
  const after = path.find(([at]) => at > day);
  const micros = (value: number): [bigint, bigint] => [BigInt(value), 1_000_000n];
  if (!before || !after) return micros((before ?? after)?.[1] ?? 0);
  const days = (from: string, to: string): bigint => BigInt((Date.parse(to) - Date.parse(from)) / 864e5);
  const [whole, done] = [days(before[0], after[0]), days(before[0], day)];
  return [BigInt(before[1]) * whole + BigInt(after[1] - before[1]) * done, whole * 1_000_000n];
}

const ceilOf = ([n, d]: [bigint, bigint], count: number): number => Number((n * BigInt(count) + d - 1n) / d);

/** How a rate stands to its target, compared by multiplying out: within a twentieth is near. */
function standing({ n, d }: Count, [tn, td]: [bigint, bigint]): string {
  if (!d) return 'NONE';
  const behind = tn * BigInt(d) - BigInt(n) * td;
  if (behind <= 0n) return 'MET';
  return 20n * behind <= td * BigInt(d) ? 'NEAR' : 'MISSED';
}

/** Stocks of employers follow the rule; of cases only those that are counted per head. */
const byRule = ({ key }: MetricDefinition): boolean => !key.startsWith('dispute.') || key === 'dispute.rate';
const stocks = metrics.filter(one => one.kind === 'STOCK' && !one.parts && !one.awaits);

describe('over random districts and random settings', () => {
  it('figures, targets, status and gap agree with a plain slow computation, and what was known stays', async () => {
    await fc.assert(
      fc.asyncProperty(anyDistrict, anySaid, anyDay, async (facts, said, at) => {
        await empty(hub);
        await hub.owner(`delete from setting_statement`);
        await load(hub, facts);
        await state(hub, 'denominator', said.rule);
        await state(hub, 'certificationTerm', said.term);
        const points = (path: Path) => path.map(([day, micros]) => [day, decimal(micros)]);
        await state(hub, 'targets/certification.rate/DISTRICT', points(said.path));
        if (said.town) await state(hub, 'targets/certification.rate/LUOBU', points(said.town));
        const [last] = await hub.owner<{ at: Date }>(`select max(known_at) as at from change where kind = 'IMPORT'`);
        for (const metric of stocks) {
          const now = await engine.metric(hubItself, { key: metric.key, at, by: ['TOWN'] });
          expectFigures(metric, facts, said, at, now);
          expect(now.metric.denominatorRule).toBe(byRule(metric) ? said.rule : null);
          const then = await engine.metric(hubItself, { key: metric.key, at, by: ['TOWN'], asKnownAt: last?.at ?? null });
          expectFigures(metric, facts, nothingSaid, at, then);
        }
      }),
      { numRuns: 10 },
    );
  }); // prettier-ignore
});

interface Answer {
  readonly total: MetricValue;
  readonly points: readonly { readonly cuts: Parameters<typeof keepOf>[1]; readonly value: MetricValue }[];
}

function expectFigures(
  metric: MetricDefinition,
  facts: District,
  said: Said,
  at: string,
  answer: Answer,
): void {
  const counted = (cut: Parameters<typeof keepOf>[1]): Count => {
    const keep: Keep = { ...keepOf(facts, cut, at), term: said.term };
    const enterprise = (id: number): boolean => !!facts.employers.find(one => one.id === id)?.uscc.startsWith('91');
    const all = said.rule === 'EMPLOYERS' || !byRule(metric);
    return stockAt(metric.key, facts, at, all ? keep : { ...keep, employer: id => enterprise(id) && keep.employer?.(id) !== false });
  }; // prettier-ignore
  const parts = [{ cuts: [], value: answer.total }, ...answer.points];
  for (const { cuts, value } of parts) {
    const count = counted(cuts);
    const path = (cuts[0]?.key === 'LUOBU' && said.town) || said.path;
    const about = `${metric.key} ${at} ${cuts[0]?.key ?? 'all'}`;
    if (metric.key === 'certification.gap') {
      expect(value.value, about).toBe(Math.max(0, ceilOf(targetOn(path, at), count.d ?? 0) - count.n));
      continue;
    }
    if (count.d === null) expect(value.value, about).toBe(count.n);
    else expect([value.numerator, value.denominator], about).toEqual([count.n, count.d]);
    if (metric.key !== 'certification.rate') continue;
    const target = targetOn(path, at);
    expect(value.target, about).toBeCloseTo(Number(target[0]) / Number(target[1]), 12);
    expect(value.status, about).toBe(standing(count, target));
    const lack = count.d ? Math.max(0, ceilOf(target, count.d) - count.n) : null;
    expect(value.gap, about).toBe(lack);
  }
}
