import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../server/src/access/viewer.ts';
import { expiries } from '../../server/src/catalogue/expiries.ts';
import { metrics } from '../../server/src/catalogue/metrics.ts';
import { readModels } from '../../server/src/catalogue/read-models.ts';
import { ExpiryService } from '../../server/src/metrics/expiries/expiries.service.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { operation } from '../support/operations.ts';
import { askOn, type Ask } from './asking.ts';
import { change, empty, load, state } from './district.ts';
import { personOf } from './engine.ts';
import { labourDistrict } from './labour-district.ts';
import { anyDay, anyDistrict } from './random-district.ts';

let hub: TestHub;
let ask: Ask;
const today = '2022-12-31';

beforeAll(async () => {
  hub = await freshDatabase();
  const { database } = hub;
  const clock = { now: () => new Date('2022-12-31T08:00:00Z'), today: () => today };
  ask = await askOn(hub, today, {
    expiries: new ExpiryService({ database, clock, metrics, readModels, expiries }),
  });
});
afterAll(() => hub.close());
afterEach(() => hub.owner('delete from setting_statement'));

interface Point {
  first: string;
  last: string;
  count: number | null;
}
interface Calendar {
  total: number | null;
  points: Point[];
}

async function calendar(args: string, viewer?: Viewer): Promise<Calendar & Record<string, unknown>> {
  const { data, errors = [] } = await ask(
    `{ expiries(${args}) { kind name definition metric { key } at from to total points { period first last count } } }`,
    viewer,
  );
  expect(errors.map(error => error.message)).toEqual([]);
  return (data as { expiries: Calendar & Record<string, unknown> }).expiries;
}

/** For each kind the list that holds the same rows, narrowed to those in force on a day and ending between two. */
const sameRows = {
  CERTIFICATION: ['certifications', 'inForceOn', 'validTo'],
  COLLECTIVE_AGREEMENT: ['unions', 'collectiveInForceOn', 'collectiveEndsOn'],
  WAGE_AGREEMENT: ['unions', 'wageInForceOn', 'wageEndsOn'],
  CONTRACT: ['contracts', 'inForceOn', 'endsOn'],
} as const;
type Kind = keyof typeof sameRows;
const kinds = Object.keys(sameRows) as Kind[];

/** How many rows the list has for each month of a calendar. */
async function listed(kind: Kind, at: string, points: Point[], more = '', known = ''): Promise<number[]> {
  const [list, held, day] = sameRows[kind];
  const fields = points.map(
    ({ first, last }, i) => `m${i}: ${list}(first: 1, ${known} filter: { ${held}: "${at}"
      ${day}: { gte: "${first}", lte: "${last}" } ${more} }) { totalCount }`,
  );
  const { data, errors = [] } = await ask(`{ ${fields.join('\n')} }`);
  expect(errors.map(error => error.message)).toEqual([]);
  return Object.values(data as Record<string, { totalCount: number }>).map(({ totalCount }) => totalCount);
}

/** Who counts as an employer, as an administrator may have set it. */
const anyRule = fc.constantFrom('EMPLOYERS', 'ENTERPRISES');

describe('an expiry calendar', () => {
  it('counts by hand what ends when: the last day is a day in force, a terminated contract is none', async () => {
    await empty(hub);
    await load(hub, labourDistrict);
    const answer = await calendar('kind: CONTRACT, to: "2023-02-15"');
    expect(answer).toMatchObject({
      kind: 'CONTRACT', name: '劳动合同', metric: { key: 'contract.expiring' }, at: today, from: today, to: '2023-02-15', total: 3,
      points: [
        { period: '2022-12-01', first: today, last: today, count: 1 },
        { period: '2023-01-01', first: '2023-01-01', last: '2023-01-31', count: 2 },
        { period: '2023-02-01', first: '2023-02-01', last: '2023-02-15', count: 0 },
      ],
    }); // prettier-ignore
    // As the dashboard asks for it.
    const sent = await ask(operation('expiries/expiries'), undefined, { kind: 'CONTRACT', to: '2023-02-15' });
    expect(sent.errors).toBeUndefined();
    const { name, total, points } = answer;
    expect(sent.data).toMatchObject({ expiries: { name, total, points } });
    expect((await calendar('kind: CONTRACT')).points).toHaveLength(12);
    expect((await calendar('kind: CONTRACT, filter: { town: { eq: "LUOBU" } }')).total).toBe(0);
    // On the day after, the first is over.
    expect((await calendar('kind: CONTRACT, at: "2023-01-01"')).total).toBe(2);
  });

  it('every month has as many as the list narrowed to it, on any day, of any part, and as known then', async () => {
    const narrowed = [
      ['', ''],
      ['filter: { town: { eq: "LUOBU" } }', 'enterprise: { town: { eq: "LUOBU" } }'],
      ['filter: { size: { ne: "LARGE" } }', 'enterprise: { not: { size: { eq: LARGE } } }'],
    ] as const;
    await fc.assert(
      fc.asyncProperty(anyDistrict, anyDay, fc.constantFrom(...narrowed), anyRule, async (facts, at, [part, rows], rule) => {
        await empty(hub);
        await state(hub, 'denominator', rule);
        await load(hub, facts, { knownAt: '2022-12-01T00:00:00Z' });
        const asked = `at: "${at}", to: "${String(Number(at.slice(0, 4)) + 3)}-06-30"`;
        const known = 'asKnownAt: "2022-12-05T00:00:00Z",';
        const then = new Map<Kind, Point[]>();
        for (const kind of kinds) {
          const { points, total } = await calendar(`kind: ${kind}, ${asked}, ${part}`);
          const counts = points.map(point => point.count);
          expect(await listed(kind, at, points, rows), `${kind} on ${at} ${part}`).toEqual(counts);
          expect(total).toBe(counts.reduce((sum: number, count) => sum + (count ?? 0), 0));
          then.set(kind, points);
        }
        await change(hub, '2022-12-10T00:00:00Z', `update contract set ends_on = starts_on where id % 2 = 0`);
        await change(hub, '2022-12-10T00:00:00Z', `update union_organisation set collective_to = collective_from, wage_to = null`);
        await change(hub, '2022-12-10T00:00:00Z', `update enterprise set founded_on = founded_on + 400 where id % 2 = 0`);
        for (const [kind, points] of then) {
          const past = await calendar(`kind: ${kind}, ${asked}, ${known} ${part}`);
          expect(past.points, `${kind} on ${at} as known`).toEqual(points);
          expect(await listed(kind, at, points, rows, known)).toEqual(points.map(point => point.count));
        }
      }),
      { numRuns: 4 },
    );
  }, 60_000); // prettier-ignore

  it('agrees with the figures that count what ends soon, and with the denominator that is set', async () => {
    await fc.assert(
      fc.asyncProperty(anyDistrict, anyDay, anyRule, async (facts, at, rule) => {
        await empty(hub);
        await state(hub, 'denominator', rule);
        await load(hub, facts);
        const end = (days: number) => new Date(Date.parse(at) + days * 864e5).toISOString().slice(0, 10);
        const { data } = await ask(`{
          contracts: metric(key: "contract.expiring", at: "${at}") { total { value } }
          titles: metric(key: "certification.expiring", at: "${at}") { total { value } } }`);
        const value = (one: string) => (data as Record<string, { total: { value: number } }>)[one]?.total.value;
        expect((await calendar(`kind: CONTRACT, at: "${at}", to: "${end(30)}"`)).total).toBe(value('contracts'));
        expect((await calendar(`kind: CERTIFICATION, at: "${at}", to: "${end(90)}"`)).total).toBe(value('titles'));
      }),
      { numRuns: 6 },
    );
  }); // prettier-ignore
});

describe('who may read it', () => {
  it.each([['MEMBER', 3], ['TOWN', 0], ['INDUSTRY', 3]] as const)('%s reads it over its own rows', async (role, total) => {
    await empty(hub);
    await load(hub, labourDistrict);
    expect((await calendar('kind: CONTRACT', personOf(role, 'LUOBU'))).total).toBe(total);
  }); // prettier-ignore

  it('the court, whose figures are of disputes, does not', async () => {
    const { errors = [] } = await ask('{ expiries(kind: CONTRACT) { total } }', personOf('COURT'));
    expect(errors[0]?.originalError).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is null before anything was delivered, and refuses days that make no calendar', async () => {
    await empty(hub);
    const { points, total } = await calendar(
      'kind: WAGE_AGREEMENT, asKnownAt: "2000-01-01T00:00:00Z", to: "2023-01-31"',
    );
    expect([total, points.map(point => point.count)]).toEqual([null, [null, null]]);
    for (const days of [
      'from: "2023-01-02", to: "2023-01-01"',
      'to: "2099-01-01"',
      'filter: { town: { eq: "NOWHERE" } }',
    ]) {
      const { errors = [] } = await ask(`{ expiries(kind: CONTRACT, ${days}) { total } }`);
      expect(errors[0]?.originalError, days).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});
