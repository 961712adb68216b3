import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../server/src/access/roles.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { certification, dispute, employer, load, union } from './district.ts';
import { engineOn, hubItself, personOf } from './engine.ts';

let hub: TestHub;
let engine: MetricService;
const year = { from: '2022-01-01', to: '2022-12-31' };

beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub);
  await load(hub, {
    employers: [
      employer({ id: 1, town: 'LUORONG' }),
      employer({ id: 2, town: 'LUOBU', size: null }),
      employer({ id: 3, town: 'CORE', industry: 'F' }),
    ],
    unions: [union({ enterprise_id: 1 }), union({ enterprise_id: 2 })],
    certifications: [certification({ enterprise_id: 2, certified_on: '2022-07-01' })],
    disputes: [
      dispute({ enterprise_id: 1, applicants: 3, channel: 'COURT' }),
      dispute({ enterprise_id: 2, applicants: 7 }),
      dispute({ enterprise_id: 3, applicants: 60 }),
    ],
  });
});
afterAll(() => hub.close());

const code = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error: { code?: string }) => error.code ?? 'thrown',
  );

describe('who may read which figure', () => {
  it.each([
    ['LEADER', 'answered'], ['HRSS', 'answered'], ['UNION', 'answered'], ['INDUSTRY', 'answered'],
    ['OFFICE', 'answered'], ['MEMBER', 'answered'], ['TOWN', 'answered'], ['COURT', 'FORBIDDEN'],
    ['ENTERPRISE', 'FORBIDDEN'], ['WORKER', 'FORBIDDEN'], ['AUDITOR', 'FORBIDDEN'], ['SECURITY', 'FORBIDDEN'],
    ['ADMIN', 'FORBIDDEN'],
  ] satisfies [Role, string][])('%s asking for union.coverage: %s', async (role, expected) => {
    expect(await code(engine.metric(personOf(role, 'LUOBU'), { key: 'union.coverage' }))).toBe(expected);
  }); // prettier-ignore

  it('a town sees its own rows only', async () => {
    const answer = await engine.metric(personOf('TOWN', 'LUOBU'), { key: 'union.coverage', by: ['TOWN'] });
    expect(answer.total).toMatchObject({ numerator: 1, denominator: 1 });
    expect(answer.points.map(point => point.cuts[0]?.key)).toEqual(['LUOBU']);
    const known = await engine.metric(personOf('TOWN', 'CORE'), { key: 'union.coverage', asKnownAt: new Date('2030-01-01') });
    expect(known.total).toMatchObject({ numerator: 0, denominator: 1 });
  }); // prettier-ignore

  it('the court sees the disputes referred to it, and no other family of figures', async () => {
    const court = personOf('COURT');
    expect((await engine.metric(court, { key: 'dispute.people', ...year })).total.value).toBe(3);
    expect((await engine.catalogue(court)).every(({ key }) => key.startsWith('dispute.'))).toBe(true);
    expect(await engine.scorecard(court, {})).toEqual([]);
    expect(await code(engine.forecast(court, {}))).toBe('FORBIDDEN');
    expect(await code(engine.metric(court, { key: 'incident.major', ...year }))).toBe('FORBIDDEN');
  });
});

describe('persons in small numbers', () => {
  const byTown = { key: 'dispute.people', ...year, by: ['TOWN'] as const };

  it('are hidden with a complement from a role that may not open the rows; the total never is', async () => {
    const answer = await engine.metric(personOf('MEMBER'), byTown);
    expect(answer.total.value).toBe(70);
    expect(answer.points.map(({ value }) => (value.suppressed ? '*' : value.value))).toEqual(['*', '*', 60]);
    expect(answer.points[0]?.value).toMatchObject({
      value: null,
      numerator: null,
      previous: null,
      lastYear: null,
    });
  });

  // By town only CORE is shown; were LUOBU shown by a filter, LUORONG would be what is left of the total.
  it.each([
    [{ town: { eq: 'LUORONG' } }, 3, null],
    [{ town: { eq: 'LUOBU' } }, 7, null],
    [{ town: { eq: 'CORE' } }, 60, 60],
    [{ town: { in: ['LUOBU', 'CORE'] } }, 67, null],
    [{ town: { ne: 'LUORONG' } }, 67, null],
    [{ town: { isNull: false } }, 70, 70],
    [{}, 70, 70],
    [{ town: { eq: 'CORE' }, industry: { eq: 'F' } }, 60, 60],
    [{ town: { eq: 'CORE' }, industry: { eq: 'F' }, channel: { eq: 'HRSS' } }, 60, null],
  ])('are hidden from the filter %j (%i) as from a cut: %s', async (filter, all, shown) => {
    const asked = { key: 'dispute.people', ...year, filter };
    const { total } = await engine.metric(personOf('MEMBER'), asked);
    expect([total.value, total.suppressed]).toEqual([shown, shown === null]);
    expect((await engine.metric(personOf('HRSS'), asked)).total).toMatchObject({ value: all, suppressed: false });
  }); // prettier-ignore

  it('are hidden from a cut of what a filter keeps as from the cut by both', async () => {
    const shown = async (role: Role, args: object): Promise<unknown[]> => {
      const asked = { key: 'dispute.people', ...year, by: ['TOWN'] as const, ...args };
      const { points } = await engine.metric(personOf(role), asked);
      return points.map(({ cuts, value }) => [cuts[0]?.key, value.value]);
    };
    const filter = { industry: { eq: 'C' } };
    expect(await shown('HRSS', { filter })).toEqual([['LUORONG', 3], ['LUOBU', 7]]);
    expect(await shown('MEMBER', { filter })).toEqual([['LUORONG', null], ['LUOBU', null]]);
    expect(await shown('MEMBER', { filter: { industry: { eq: 'F' } } })).toEqual([['CORE', 60]]);
  }); // prettier-ignore

  it('are shown to a role that may, and counts of cases are shown to everyone', async () => {
    const open = await engine.metric(personOf('HRSS'), byTown);
    expect(open.points.map(({ value }) => value.value)).toEqual([3, 7, 60]);
    const cases = await engine.metric(personOf('MEMBER'), { ...byTown, key: 'dispute.filed' });
    expect(cases.points.map(({ value }) => value.value)).toEqual([1, 1, 1]);
  });
});

describe('filters', () => {
  const count = async (filter: object): Promise<number | null> =>
    (await engine.metric(hubItself, { key: 'union.coverage', filter })).total.denominator;

  it.each([
    [{}, 3],
    [{ town: { eq: 'LUOBU' } }, 1],
    [{ town: { ne: 'LUOBU' } }, 2],
    [{ town: { in: ['LUOBU', 'CORE'] }, industry: { eq: 'F' } }, 1],
    [{ size: { eq: 'UNKNOWN' } }, 1],
    [{ size: { isNull: true } }, 1],
    [{ size: { isNull: false } }, 2],
    [{ or: [{ town: { eq: 'LUOBU' } }, { industry: { eq: 'F' } }] }, 2],
    [{ not: { or: [{ town: { eq: 'LUOBU' } }, { industry: { eq: 'F' } }] } }, 1],
    [{ and: [{ town: { ne: 'LUOBU' } }, { size: { in: [] } }] }, 0],
    [{ or: [] }, 0],
  ])('%j leaves %i employers', async (filter, expected) => {
    expect(await count(filter)).toBe(expected);
  });

  it.each([
    ['a dimension that the metric lacks', { channel: { eq: 'COURT' } }],
    ['a town that does not exist', { town: { eq: 'LUOBO' } }],
    ['a size that does not exist', { size: { in: ['HUGE'] } }],
    ['a filter nested without end', Array.from({ length: 20 }).reduce<object>(not => ({ not }), {})],
  ])('%s is refused', async (_, filter) => {
    expect(await code(count(filter))).toBe('BAD_USER_INPUT');
  });

  it('hold text as text, whatever stands in it', async () => {
    expect(await count({ registration: { eq: `'; drop table enterprise; --` } })).toBe(0);
    expect(await count({})).toBe(3);
  });
});

describe('the catalogue, the scorecard and the forecast', () => {
  it('speak the language of the reader and name the target of the day', async () => {
    const entry = (await engine.catalogue({ ...personOf('LEADER'), language: 'en' })).find(one => one.key === 'certification.rate');
    expect(entry).toMatchObject({ name: 'Certified employers', target: 0.9, sources: ['E', 'A'] });
    const answer = await engine.metric(personOf('LEADER'), { key: 'certification.rate', by: ['TOWN'] });
    expect(answer.points.map(point => point.cuts[0]?.label)).toEqual(['雒容镇', '洛埠镇', '新区核心区']);
  }); // prettier-ignore

  it('the scorecard keeps its order; what no module counts yet is null', async () => {
    const items = await engine.scorecard(hubItself, {});
    expect(items.map(({ metric, value }) => `${metric.key} ${value.status}`)).toEqual([
      'certification.rate MISSED', 'contract.signing MISSED', 'filing.coverage MISSED', 'union.coverage MISSED',
      'union.membership MISSED', 'union.collective MISSED', 'incident.major MISSED', 'meeting.count NONE',
    ]); // prettier-ignore
    expect(items.slice(-2).map(({ value }) => value.value)).toEqual([1, null]);
  });

  it('the forecast continues the net pace of 90 days and says what pace is needed', async () => {
    const forecast = await engine.forecast(hubItself, { at: '2022-09-01', by: '2022-12-10' });
    expect(forecast).toMatchObject({
      certified: 1, employers: 3, target: 0.9, targetOn: '2022-12-31', targetReached: false, gap: 2,
      pace: 1 / 90, date: '2023-02-28', paceNeeded: 0.02, by: '2022-12-10', latest: null,
    }); // prettier-ignore
    expect(forecast.points[0]).toEqual({ day: '2022-09-01', value: 1 / 3, low: 1 / 3, high: 1 / 3 });
    expect(forecast.path).toEqual([{ day: '2022-06-17', value: 0 }, { day: '2022-12-31', value: 0.9 }]); // prettier-ignore
    expect(await code(engine.forecast(hubItself, { at: '2022-09-01', by: '2022-09-01' }))).toBe(
      'BAD_USER_INPUT',
    );
  });
});
