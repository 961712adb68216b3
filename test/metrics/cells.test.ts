import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { metrics } from '../../server/src/catalogue/metrics.ts';
import type { MetricArgs } from '../../server/src/metrics/frame.ts';
import { empty, load } from './district.ts';
import { hubItself, personOf } from './engine.ts';
import { answer, keptHub, type KeptHub } from './kept-hub.ts';
import { anyDay, anyDistrict } from './random-district.ts';

const counted = metrics.filter(metric => metric.counts.numerator.length);
let kept: KeptHub;
beforeAll(async () => {
  kept = await keptHub();
});
afterAll(() => kept.hub.close());

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
  n => [`update dispute set enterprise_id = ${n}, channel = 'COURT'
         where id % 3 = ${n % 3} and exists (select from enterprise where id = ${n})`],
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

it('stored cells give the very answers of the facts, for everybody, through any changes', async () => {
  const change = fc.tuple(fc.nat({ max: acts.length - 1 }), fc.integer({ min: 1, max: 8 }));
  const asked = fc.array(question, { minLength: 12, maxLength: 12 });
  const steps = fc.array(fc.record({ change, asked }), { minLength: 3, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(anyDistrict, steps, async (facts, through) => {
      await empty(kept.hub);
      await load(kept.hub, facts);
      await kept.makeAll();
      kept.stale();
      for (const { change: [act, n], asked: questions } of through) {
        await kept.changed(acts[act]?.(n) ?? []);
        expect(await kept.missing(), 'terms left behind').toEqual([]);
        for (const one of questions) {
          expect(await answer(kept.stored, one), JSON.stringify(one.args)).toEqual(await answer(kept.live, one));
        }
      }
      expect(kept.stale(), 'answers that had to ask the facts').toBe(0);
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 300_000); // prettier-ignore
