import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { certification, dispute, employer, empty, inspection, load, union } from './district.ts';
import { engineOn, hubItself } from './engine.ts';
import { indexAt } from './oracle-index.ts';
import { anyDay, anyDistrict } from './random-district.ts';

let hub: TestHub;
let engine: MetricService;
beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub);
});
afterAll(() => hub.close());

const index = async (at: string) => (await engine.metric(hubItself, { key: 'harmony.index', at })).total;

describe('the harmony index', () => {
  it('is counted by hand, and names the parts it leaves out', async () => {
    await empty(hub);
    await load(hub, {
      employers: [employer({ id: 1 }), employer({ id: 2 })],
      unions: [union({ enterprise_id: 1, collective_from: '2022-01-01' })],
      certifications: [certification({ enterprise_id: 1, certified_on: '2022-07-01' })],
      disputes: [
        dispute({ enterprise_id: 1, filed_on: '2022-01-01', closed_on: '2022-01-10', outcome: 'SETTLED' }),
        dispute({ enterprise_id: 1, filed_on: '2022-01-01', closed_on: '2022-01-20', outcome: 'FAILED' }),
        dispute({ enterprise_id: 2, filed_on: '2021-12-31', applicants: 30 }),
      ],
      inspections: [inspection({ enterprise_id: 2, correction_due_on: '2021-12-31' })],
    }, { forms: ['E', 'U', 'A', 'D', 'I'] }); // prettier-ignore
    const answer = await index('2022-12-31');
    const parts = answer.parts?.map(({ key, points, included }) => [key, points, included]);
    expect(parts).toEqual([
      ['contract.signing', null, false],
      ['dispute.success', (20 * 0.5) / 0.8, true],
      ['filing.insured', null, false],
      ['inspection.corrected', null, false],
      ['union.coverage', (8 * 0.5) / 0.92, true],
      ['union.collective', 7, true],
      ['dispute.onTime', 7.5, true],
      ['incident.major', 10, true],
      ['certification.rate', (5 * 0.5) / 0.9, true],
    ]);
    // 20 + 8 + 7 + 15 + 10 + 5 = 65 of 100 weights have data.
    const points = 12.5 + 4 / 0.92 + 7 + 7.5 + 10 + 2.5 / 0.9;
    expect(answer).toMatchObject({ denominator: null, status: 'NONE', target: null, gap: null });
    expect(answer.value).toBeCloseTo((100 * points) / 65, 10);
    expect(answer.numerator).toBe(answer.value);
    // The case of 30 applicants lies in the twelve months that end one day earlier: 2021-12-31 to 2022-12-30.
    const earlier = (await index('2022-12-30')).parts?.find(part => part.key === 'incident.major');
    expect(earlier).toMatchObject({ value: 1, target: 0, points: 0, included: true });
  });

  it('has rows: what each part adds, what each lacks', async () => {
    const inside = await engine.rows(hubItself, { key: 'harmony.index', at: '2022-12-31' });
    const { value } = await index('2022-12-31');
    expect(inside.contribution).toBe(value);
    expect(inside.nodes.reduce((sum, row) => sum + row.contribution, 0)).toBeCloseTo(value ?? 0, 10);
    const missing = await engine.rows(hubItself, { key: 'harmony.index', at: '2022-12-31', inside: false });
    expect(missing.nodes.map(row => row.reason)).toContain('劳动合同签订率：没有数据，不计入');
    expect(missing.nodes.map(row => row.reason)).toContain('建会率 50.0%，目标 92.0%：8 分中得 4.35 分');
    expect(missing.contribution + inside.contribution).toBeCloseTo(100, 10);
  });

  it('is null before the first import', async () => {
    await empty(hub);
    expect(await index('2022-12-31')).toMatchObject({ value: null, numerator: null, status: 'NONE' });
  });

  it('agrees with plain floating point over random districts, in every town and at each comparison', async () => {
    await fc.assert(
      fc.asyncProperty(anyDistrict, anyDay, async (facts, at) => {
        await empty(hub);
        await load(hub, facts);
        const near = (value: number | null, expected: number | null, about: string): void => {
          if (expected === null) expect(value, about).toBeNull();
          else expect(value, about).toBeCloseTo(expected, 8);
        };
        const { total, points } = await engine.metric(hubItself, { key: 'harmony.index', at, by: ['TOWN'] });
        const whole = indexAt(facts, at);
        near(total.value, whole.value, `whole ${at}`);
        expect(total.parts?.filter(part => !part.included).map(part => part.key)).toEqual(whole.left);
        for (const { cuts, value } of points) {
          const employers = facts.employers.filter(one => one.town === cuts[0]?.key).map(one => one.id);
          near(value.value, indexAt(facts, at, { employer: id => employers.includes(id) }).value, cuts[0]?.key ?? '');
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000); // prettier-ignore
});
