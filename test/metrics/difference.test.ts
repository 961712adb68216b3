import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../../server/src/catalogue/metrics.ts';
import type { MetricFilter } from '../../server/src/metrics/metric-filter.ts';
import type { MetricDefinition } from '../../server/src/metrics/define-metric.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import type { RowsArgs } from '../../server/src/metrics/rows/whole-rows.ts';
import type { DifferenceAsked, MetricDifference } from '../../server/src/metrics/rows/difference.ts';
import type { Part } from '../../server/src/metrics/rows/difference-statement.ts';
import type { DifferenceRow } from '../../server/src/metrics/rows/metric-differences.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { change, employer, empty, load, type District } from './district.ts';
import { engineOn, hubItself } from './engine.ts';
import { anyDay, anyDistrict } from './random-district.ts';

let hub: TestHub;
let engine: MetricService;
beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub, '2024-06-30');
});
afterAll(() => hub.close());

const stocks = metrics.filter(metric => metric.kind === 'STOCK' && !metric.parts);
/** Most employers there for long, so that something happens to them. */
const livelyDistrict = anyDistrict.map(facts => ({
  ...facts,
  employers: facts.employers.map(one =>
    one.id % 4 ? { ...one, closed_on: null, size: 'SMALL', industry: 'C' } : one,
  ),
}));
const twoDays = fc
  .tuple(anyDay, anyDay)
  .filter(([one, other]) => one !== other)
  .map(days => [...days].sort() as [string, string]);
/** The same with an employer, inside every filter, that is founded on the day: however dull the rest, it comes or goes. */
const withNewcomer = (facts: District, founded_on: string): District => ({
  ...facts,
  employers: [
    ...facts.employers,
    employer({ id: 10, town: 'LUOBU', industry: 'C', size: 'SMALL', staff: 20, founded_on }),
  ],
});
const filters = fc.constantFrom<MetricFilter>(
  {},
  {},
  { town: { eq: 'LUOBU' } },
  { industry: { in: ['C', 'F'] }, not: { size: { isNull: true } } },
);

/** Everything of a difference, its rows taken a few at a time. */
async function whole(asked: DifferenceAsked, size = 9): Promise<MetricDifference & { all: DifferenceRow[] }> {
  const all: DifferenceRow[] = [];
  for (let after: string | null = null; ;) {
    const answer: MetricDifference = await engine.difference(hubItself, { ...asked, first: size, after });
    all.push(...answer.rows.nodes);
    if (!answer.rows.pageInfo.hasNextPage) {
      expect(answer.rows.totalCount).toBe(all.length);
      return { ...answer, all };
    }
    after = answer.rows.pageInfo.endCursor;
  }
}

/** What each employer adds to a figure and what it lacks, and why, by the rows behind it. */
async function listed(
  args: RowsArgs,
): Promise<Map<number, { n: number; lack: number; reason: string | null }>> {
  const employers = new Map<number, { n: number; lack: number; reason: string | null }>();
  for (const inside of [true, false]) {
    const { nodes, totalCount } = await engine.rows(hubItself, { ...args, inside, first: 200 });
    expect(totalCount).toBe(nodes.length);
    for (const { contribution, reason, ids } of nodes) {
      const one = employers.get(ids.ENTERPRISE ?? 0) ?? { n: 0, lack: 0, reason: null };
      if (inside) one.n += contribution;
      else Object.assign(one, { lack: one.lack + contribution, reason });
      employers.set(ids.ENTERPRISE ?? 0, one);
    }
  }
  return employers;
}

const sum = (rows: readonly { difference: number }[]): number =>
  rows.reduce((all, row) => all + row.difference, 0);
const sideOf = (from: number, to: number): string => (from === 0 ? 'ENTERED' : to === 0 ? 'LEFT' : 'CHANGED');

/** Holds an answer against two figures, and against the two lists of rows behind them. */
async function check(metric: MetricDefinition, asked: DifferenceAsked): Promise<number> {
  const about = JSON.stringify(asked);
  const { filter = null } = asked;
  const answer = await whole(asked);
  const ends = [
    { at: asked.from, asKnownAt: asked.knownFrom ?? asked.asKnownAt ?? null },
    { at: asked.to, asKnownAt: asked.knownTo ?? asked.asKnownAt ?? null },
  ];
  const figures = (key: string) =>
    Promise.all(ends.map(async end => (await engine.metric(hubItself, { key, filter, ...end })).total));
  const [from, to] = await figures(metric.key);
  expect([answer.valueFrom, answer.valueTo], about).toEqual([from?.value, to?.value]);
  const counted = metric.gapTo?.key ?? metric.key;
  const [before, after] = await figures(counted);
  const lists = await Promise.all(ends.map(end => listed({ key: counted, filter, ...end })));
  for (const [part, name] of [['NUMERATOR', 'numerator'], ['DENOMINATOR', 'denominator']] as [Part, 'numerator' | 'denominator'][]) {
    const rows = answer.all.filter(row => row.part === part);
    const moved = (after?.[name] ?? 0) - (before?.[name] ?? 0);
    expect(sum(rows), `${about} ${part}: the rows add up`).toBe(moved);
    if (part === 'DENOMINATOR' && !metric.counts.denominator) {
      expect([rows, answer.denominator]).toEqual([[], null]);
      continue;
    }
    const told = answer[name];
    expect([told?.from, told?.to, told?.difference]).toEqual([before?.[name], after?.[name], moved]);
    for (const { side, employers, difference } of told?.sides ?? []) {
      const of = rows.filter(row => row.side === side);
      expect([employers, difference], `${about} ${part} ${side}`).toEqual([of.length, sum(of)]);
    }
    // The rows behind a figure list no denominator of a rate per hundred.
    if (part === 'DENOMINATOR' && metric.unit === 'PER_100') continue;
    const of = (list: Map<number, { n: number; lack: number }>, id: number): number => {
      const { n = 0, lack = 0 } = list.get(id) ?? {};
      return part === 'NUMERATOR' ? n : n + lack;
    };
    const ids = [...new Set(lists.flatMap(list => [...list.keys()]))];
    const expected = ids.flatMap(id => {
      const [a, b] = lists.map(list => of(list, id)) as [number, number];
      return a === b ? [] : [`${id} ${sideOf(a, b)} ${a} ${b}`];
    });
    const found = rows.map(row => `${row.ids.ENTERPRISE} ${row.side} ${row.contributionFrom} ${row.contributionTo}`);
    expect(found.sort(), `${about} ${part}: the same employers`).toEqual(expected.sort());
    if (part === 'DENOMINATOR' || !metric.missing || ['contract.electronic', 'contract.verified'].includes(metric.key)) continue;
    for (const row of rows) {
      for (const [i, reason] of [row.reasonFrom, row.reasonTo].entries()) {
        const one = lists[i]?.get(row.ids.ENTERPRISE ?? 0);
        if (one?.lack) expect(reason, `${about}: what it lacks`).toBe(one.reason);
        else expect(!!reason, `${about}: says why it is not counted`).toBe(!one?.n);
      }
    }
  }
  return answer.all.length;
} // prettier-ignore

describe('the difference of every stock between two days', () => {
  it('is made up by its employers to the last unit, and agrees with both figures and both lists of rows', async () => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(livelyDistrict, twoDays, filters, async (facts, [from, to], filter) => {
        await empty(hub);
        await load(hub, withNewcomer(facts, to));
        for (const metric of stocks) rows += await check(metric, { key: metric.key, from, to, filter });
      }),
      { numRuns: 3, endOnFailure: true },
    );

    expect(rows).toBeGreaterThan(20);
  }, 120_000);

  it('tells what the hub learnt of one day between two moments', async () => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(livelyDistrict, anyDay, filters, async (facts, day, filter) => {
        await empty(hub);
        await load(hub, withNewcomer(facts, day), { knownAt: '2024-01-01T00:00:00Z' });
        await change(hub, '2024-02-01T00:00:00Z', `update enterprise set staff = staff + 7, town = 'LUOBU', founded_on = founded_on + 200 where id % 2 = 0`);
        await change(hub, '2024-02-01T00:00:00Z', `delete from contract where id % 3 = 0`);
        await change(hub, '2024-02-01T00:00:00Z', `update dispute set closed_on = null where id % 2 = 0`);
        const known = { knownFrom: new Date('2024-01-15T00:00:00Z'), knownTo: new Date('2024-02-15T00:00:00Z') };
        for (const metric of stocks) rows += await check(metric, { key: metric.key, from: day, to: day, filter, ...known });
      }),
      { numRuns: 2, endOnFailure: true },
    );
    expect(rows).toBeGreaterThan(5);
  }, 120_000); // prettier-ignore

  it('of a part and a side alone is that part of the whole, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(livelyDistrict, twoDays, async (facts, [from, to]) => {
        await empty(hub);
        await load(hub, facts);
        for (const key of ['union.membership', 'dispute.rate', 'contract.electronic']) {
          const { all } = await whole({ key, from, to });
          const places = all.map(row => -Math.abs(row.difference));
          expect(places).toEqual([...places].sort((a, b) => a - b));
          for (const part of ['NUMERATOR', 'DENOMINATOR'] as const) {
            for (const side of ['ENTERED', 'LEFT', 'CHANGED'] as const) {
              const narrowed = await whole({ key, from, to, part, side }, 2);
              const plain = (rows: DifferenceRow[]) => rows.map(({ page: _, ...row }) => row);
              expect(plain(narrowed.all)).toEqual(plain(all.filter(row => row.part === part && row.side === side)));
              expect(narrowed.numerator.sides).toHaveLength(3);
            }
          }
        }
      }),
      { numRuns: 1, endOnFailure: true },
    );
  }, 60_000); // prettier-ignore
});
