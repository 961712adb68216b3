import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../server/src/access/viewer.ts';
import type { DomainError } from '../../server/src/kernel/errors.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { operation } from '../support/operations.ts';
import { askOn, words, type Ask } from './asking.ts';
import { load } from './district.ts';
import { personOf } from './engine.ts';
import { smallDistrict } from './small-district.ts';

let hub: TestHub;
let ask: Ask;

beforeAll(async () => {
  hub = await freshDatabase();
  ask = await askOn(hub);
  await load(hub, smallDistrict);
});
afterAll(() => hub.close());

async function refused(source: string, viewer?: Viewer): Promise<{ code: string; fields: string[] }> {
  const { errors } = await ask(source, viewer);
  const { code, fields } = errors?.[0]?.originalError as unknown as DomainError;
  return { code, fields: Object.keys(fields ?? {}) };
}

describe('two days of a figure side by side', () => {
  const fields = `from to vs vsFrom total { before { value } now { value } change { amount trend better } }`;
  it('a stock: both values and how it moved, the whole and by cut', async () => {
    const asked = { key: 'certification.rate', at: '2022-12-31', vs: '2022-10-31', by: ['TOWN'] };
    const answer = await ask(operation('explore/comparison'), undefined, asked);
    expect(words(answer)).toEqual([]);
    expect(answer.data).toMatchObject({
      metricComparison: {
        vs: '2022-10-31',
        total: {
          before: { value: 0 },
          now: { value: 0.5 },
          change: { amount: 0.5, trend: 'UP', better: true },
        },
        points: [
          { before: { value: 0 }, now: { value: 0 }, change: { amount: 0 } },
          { cuts: [{ key: 'LUOBU' }], before: { value: 0 }, now: { value: 1 }, change: { amount: 1 } },
        ],
      },
    });
  });

  it('a flow: two periods, and each is what the figure says of it alone', async () => {
    const answer = await ask(`{
      metricComparison(key: "dispute.closed", from: "2022-03-01", to: "2022-03-31", vsFrom: "2022-01-01", vs: "2022-01-31") { ${fields} points { cuts { key } } }
      now: metric(key: "dispute.closed", from: "2022-03-01", to: "2022-03-31") { total { value } }
      before: metric(key: "dispute.closed", from: "2022-01-01", to: "2022-01-31") { total { value } } }`);
    expect(words(answer)).toEqual([]);
    const { metricComparison, now, before } = answer.data as Record<
      string,
      { total: Record<string, unknown> }
    >;
    expect(metricComparison).toMatchObject({ from: '2022-03-01', to: '2022-03-31', vsFrom: '2022-01-01', vs: '2022-01-31', points: [] }); // prettier-ignore
    expect(metricComparison?.total['now']).toEqual(now?.total);
    expect(metricComparison?.total['before']).toEqual(before?.total);
    expect(metricComparison?.total['change']).toMatchObject({ amount: 1 });
  });

  it('what was not known on the other day has no change', async () => {
    const { data } = await ask(
      `{ metricComparison(key: "union.coverage", at: "2022-12-31", vs: "1990-01-01") { ${fields} } }`,
    );
    expect(data).toMatchObject({ metricComparison: { total: { before: { value: null }, change: null } } });
  });

  it.each([
    ['key: "dispute.filed", at: "2022-01-01", vs: "2021-01-01"', 'at'],
    ['key: "union.coverage", vs: "2021-01-01", vsFrom: "2020-01-01"', 'vsFrom'],
    ['key: "union.coverage", vs: "1500-01-01"', 'vs'],
    ['key: "dispute.filed", vs: "1500-01-01"', 'vs'],
    ['key: "dispute.filed", vs: "2021-01-01", vsFrom: "2021-02-01"', 'vsFrom'],
    ['key: "dispute.filed", from: "1500-01-01", vs: "2021-01-01"', 'from'],
    ['key: "union.coverage", vs: "2021-01-01", by: [CAUSE]', 'by'],
  ])('refuses %s', async (args, field) => {
    const { code, fields: named } = await refused(`{ metricComparison(${args}) { vs } }`);
    expect([code, named]).toEqual(['BAD_USER_INPUT', [field]]);
  });

  it('is closed to roles without the grant', async () => {
    const refusal = await refused('{ metricComparison(key: "union.coverage", vs: "2021-01-01") { vs } }', personOf('ADMIN')); // prettier-ignore
    expect(refusal.code).toBe('FORBIDDEN');
  });
});
