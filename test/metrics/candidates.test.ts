import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MetricFilter } from '../../server/src/metrics/metric-filter.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import {
  certificationHeader,
  certifications,
  certified,
  firm,
  openBench,
  roster,
  uscc,
  type ImportBench,
} from '../ingest/support.ts';
import { askOn } from './asking.ts';
import { askCandidates, type Asked, type Candidate, type Page } from './candidates-support.ts';
import { change, empty, load, type District } from './district.ts';
import { engineOn, hubItself, personOf } from './engine.ts';
import { anyDay, anyDistrict } from './random-district.ts'; // prettier-ignore

let bench: ImportBench;
let engine: MetricService;
let ask: ReturnType<typeof askCandidates>;
const today = '2022-12-31';
beforeAll(async () => {
  bench = await openBench();
  engine = engineOn(bench.hub, today);
  ask = askCandidates(await askOn(bench.hub, today));
});
afterAll(() => bench.close());

/** The whole list, three rows at a time. */
async function whole(asked: Asked): Promise<Page> {
  const nodes: Candidate[] = [];
  let after: string | null = null;
  for (;;) {
    const { page, errors }: { page: Page; errors: unknown[] } = await ask({ ...asked, first: 3, after });
    expect(errors).toEqual([]);
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return { ...page, nodes };
    after = page.pageInfo.endCursor;
  }
}

/** What a title that is stated without the conditions lacks stands in its row; the generator leaves it open. */
const told = (facts: District): District => ({
  ...facts,
  certifications: facts.certifications.map(one => ({
    ...one,
    lacking: one.qualified ? [] : ['REPRESENTATION', 'OFFLINE_CHANNEL'],
  })),
});

/** Gives these employers the title on the day, in an application of that day. */
const certify = (ids: readonly string[], day: string): Promise<void> =>
  change(
    bench.hub,
    '2025-01-01T00:00:00Z',
    `insert into certification (enterprise_id, filed_on, certified_on, valid_to, qualified, lacking, import_row_id)
     select id, '${day}', '${day}', '2099-12-31', true, '{}', import_row_id from enterprise where id = any ('{${ids.join()}}')
     on conflict (enterprise_id, filed_on) do update set certified_on = excluded.certified_on, valid_to = excluded.valid_to,
       revoked_on = null, qualified = true, lacking = '{}'`,
  );

const filters: MetricFilter[] = [{}, {}, { town: { eq: 'LUORONG' } }, { industry: { in: ['C', 'F'] } }];

describe('certification candidates', () => {
  it('certifying the first `gap` of the list reaches the target of the day, one fewer does not', async () => {
    await fc.assert(
      fc.asyncProperty(anyDistrict, anyDay, fc.constantFrom(...filters), async (facts, at, filter) => {
        await empty(bench.hub);
        await load(bench.hub, told(facts));
        const rate = async () =>
          (await engine.metric(hubItself, { key: 'certification.rate', at, filter })).total;
        const before = await rate();
        const list = await whole({ at, filter });
        expect(list.gap).toBe(before.gap ?? 0);
        expect(list.totalCount).toBe((before.denominator ?? 0) - (before.numerator ?? 0));
        expect(list.nodes.map(one => one.rank)).toEqual(list.nodes.map((_, i) => i + 1));
        expect(new Set(list.nodes.map(one => one.enterprise.id)).size).toBe(list.totalCount);
        const lacks = list.nodes.map(one => one.lacking.length);
        expect(lacks).toEqual([...lacks].sort((a, b) => a - b));
        expect(Math.min(1, ...lacks), 'nobody lacks nothing').toBe(1);
        const first = list.nodes.filter(one => one.withinGap).map(one => one.enterprise.id.slice(11));
        expect(first).toHaveLength(list.gap);
        // The rows of the gap are the same employers in the same order.
        const rows = await engine.rows(hubItself, { key: 'certification.gap', at, filter });
        expect(rows.nodes.map(row => String(row.ids.ENTERPRISE))).toEqual(first);
        if (!list.gap) return;
        await certify(first.slice(0, -1), at);
        expect(await rate()).toMatchObject({ gap: 1 });
        expect((await rate()).status).not.toBe('MET');
        await certify(first, at);
        expect(await rate()).toMatchObject({ gap: 0, status: 'MET' });
      }),
      { numRuns: 12 },
    );
  });

  it('are told by the register itself, and certified by sending it again', async () => {
    await empty(bench.hub);
    const row = (n: number, cells: Record<string, unknown>) =>
      Object.entries(cells).reduce(
        (all, [name, value]) => all.with(certificationHeader.indexOf(name), value as string),
        certified(uscc(n), `示例企业${n}`, '2022-12-01').with(certificationHeader.indexOf('认定日期'), null),
      );
    const none = { 公示开始日期: null, 公示结束日期: null, 公示渠道: null };
    const rows = [
      row(2, { 厂内公示日期: '2022-12-10', 公示开始日期: '2022-12-20', 公示结束日期: '2023-01-05' }),
      row(3, { 厂内公示日期: '2022-12-10', 公示开始日期: '2022-12-20', 公示结束日期: '2022-12-28' }),
      row(4, { 工会代表人数: 2, ...none }),
      row(5, { 公示开始日期: '2022-12-02', 公示结束日期: '2022-12-08', 公示渠道: '公众号', 异议数: 2, 认定日期: '2022-12-20' }),
    ]; // prettier-ignore
    await bench.send([roster(...[1, 2, 3, 4, 5].map(n => firm(n)))]);
    await bench.send([certifications(...rows)]);
    const { page } = await ask({});
    const brief = page.nodes.map(({ enterprise, stage, lacking }) => [enterprise.uscc, stage, lacking.map(one => one.condition).join(' ')]); // prettier-ignore
    expect([page.gap, page.totalCount]).toEqual([5, 5]);
    expect(brief).toEqual([
      [uscc(3), 'NOTICE', 'TITLE'],
      [uscc(5), 'CLAIMED', 'OFFLINE_CHANNEL OBJECTIONS'],
      [uscc(2), 'NOTICE', 'NOTICE_BEFORE_TITLE TITLE'],
      [uscc(4), 'FILED', 'REPRESENTATION PUBLIC_NOTICE ONLINE_CHANNEL OFFLINE_CHANNEL TITLE'],
      [uscc(1), 'NONE', 'APPLICATION REPRESENTATION INTERNAL_NOTICE PUBLIC_NOTICE ONLINE_CHANNEL OFFLINE_CHANNEL TITLE'],
    ]); // prettier-ignore
    const needs = (at: number) =>
      page.nodes[at]?.lacking.map(({ known, needed, date }) => [known, needed, date]);
    expect(needs(1)).toEqual([
      ['公示渠道：公众号', '公告栏、现场等线下公示', null],
      ['2 件异议', '异议全部了结', null],
    ]);
    expect(needs(2)?.[0]).toEqual(['公示至 2023-01-05', '公示期满', '2023-01-05']);
    expect(needs(3)?.[0]).toEqual(['自评 9 人，代表 5 人', '代表不少于 6 人', null]);
    expect(page.nodes.map(one => one.certification?.filedOn ?? null)).toEqual([...Array<string>(4).fill('2022-12-01'), null]); // prettier-ignore
    const english = await ask({ first: 1 }, { ...personOf('LEADER'), language: 'en' });
    expect(english.page.nodes[0]?.lacking).toEqual([
      { condition: 'TITLE', name: "the leading group's title", known: null, needed: "the leading group's decision", date: null },
    ]); // prettier-ignore
    const then = await ask({ asKnownAt: '2020-01-01T00:00:00Z' });
    expect(then.page).toMatchObject({ totalCount: 0, gap: 0, nodes: [] });
    expect((await ask({ at: '2022-12-15' })).page.nodes.map(one => [one.enterprise.uscc, one.stage])).toEqual([
      [uscc(2), 'FILED'], [uscc(3), 'FILED'], [uscc(5), 'NOTICE'], [uscc(4), 'FILED'], [uscc(1), 'NONE'],
    ]); // prettier-ignore

    // All five are needed: 0.9 × 5 is 4.5. Certified by the register, four of them leave one, and five none.
    const title = (n: number) => row(n, { 公示开始日期: '2022-12-11', 公示结束日期: '2022-12-20', 认定日期: '2022-12-30' }); // prettier-ignore
    await bench.send([certifications(...[3, 5, 2, 4].map(title))]);
    expect((await ask({})).page).toMatchObject({ totalCount: 1, gap: 1 });
    await bench.send([certifications(title(1))]);
    expect((await ask({})).page).toMatchObject({ totalCount: 0, gap: 0 });
  });

  it.each([
    ['COURT', null], ['MEMBER', null], ['SECURITY', null], ['ADMIN', null],
  ] as const)('are closed to %s', async (role, town) => {
    expect((await ask({}, personOf(role, town))).errors).toEqual(['FORBIDDEN']);
  }); // prettier-ignore

  it('show a town its own', async () => {
    await empty(bench.hub);
    await bench.send([
      roster(firm(1), firm(2).with(rosterTown, '洛埠镇'), firm(3).with(rosterTown, '洛埠镇')),
      certifications(certified(uscc(1), '示例企业1')),
    ]);
    const { page } = await ask({}, personOf('TOWN', 'LUOBU'));
    expect(page.nodes.map(one => one.enterprise.town.code)).toEqual(['LUOBU', 'LUOBU']);
    expect(page).toMatchObject({ totalCount: 2, gap: 2 });
    const other = await ask({ filter: { town: { eq: 'LUORONG' } } }, personOf('TOWN', 'LUOBU'));
    expect(other.page).toMatchObject({ totalCount: 0, nodes: [] });
  });

  it('refuse a cursor of another list and a filter that is none of theirs', async () => {
    const { pageInfo } = await engine.rows(hubItself, { key: 'certification.gap', first: 1 });
    expect(pageInfo.endCursor).toBeTruthy();
    expect((await ask({ after: pageInfo.endCursor })).errors).toEqual(['BAD_USER_INPUT']);
    expect((await ask({ filter: { stage: { eq: 'NONE' } } })).errors).toEqual(['BAD_USER_INPUT']);
  });
});

const rosterTown = 2;
