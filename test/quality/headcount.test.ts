import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewerOf } from '../golden/client.ts';
import { firm, roster, uscc, type Cell } from '../ingest/support.ts';
import { contracts, filings, unions, workers } from './libraries.ts';
import { openQuality, type Issue, type QualityBench } from './quality-bench.ts';

let quality: QualityBench;
const open = async (): Promise<void> => void (quality = await openQuality());

describe('counts against each other', () => {
  beforeAll(open);
  afterAll(() => quality.bench.close());

  const cases: [string, Record<string, Cell>, number, string[]][] = [
    ['equal', {}, 1, []],
    ['fewer contracts than filed', { 签订劳动合同人数: 3 }, 1, ['CONTRACTS_DIFFER_FROM_FILING']],
    ['the same worker twice is one', { 签订劳动合同人数: 1 }, 2, []],
    ['a cancelled filing says nothing', { 备案类型: '注销', 签订劳动合同人数: 9 }, 1, []],
    ['more contracts than workers', { 用工总数: 0, 参加社会保险人数: 0 }, 1, ['CONTRACTS_ABOVE_HEADCOUNT', 'FILING_ABOVE_HEADCOUNT', 'FILING_DIFFERS_FROM_ROSTER']],
    ['more insured than workers', { 参加社会保险人数: 152 }, 1, ['FILING_ABOVE_HEADCOUNT']],
    ['a tenth less than the roster', { 用工总数: 97 }, 1, []],
    ['more than a tenth less', { 用工总数: 95 }, 1, ['FILING_DIFFERS_FROM_ROSTER']],
  ]; // prettier-ignore

  it('each case is found', async () => {
    const worker = workers[0] ?? '';
    const library = cases.flatMap(([, , count], n) =>
      Array.from({ length: count }, () => ({ 统一社会信用代码: uscc(n + 1), 身份证号: worker })),
    );
    const filed = cases.map(([, change], n) => ({
      统一社会信用代码: uscc(n + 1),
      用工总数: 100 + n + 1,
      ...change,
    }));
    await quality.bench.reports([contracts(...library)]);
    await quality.bench.reports([filings(...filed)]);
    const found = await quality.byEmployer();
    expect(cases.map(([name], n) => [name, found.get(n + 1) ?? []])).toEqual(
      cases.map(([name, , , expected]) => [name, expected]),
    );
  });

  it('count the roster where no filing is in force: contracts and members above its staff', async () => {
    const library = [9, 10, 11, 12].flatMap(n =>
      workers.map(worker => ({
        统一社会信用代码: uscc(n),
        身份证号: worker,
        合同编号: `N-${n}-${worker.slice(-3)}`,
      })),
    );
    // 9 has three workers and staff for two; 10 for three; 11 has filed; the filing of 12 is cancelled.
    const staff = (n: number, count: number) => firm(n).with(4, count);
    await quality.bench.reports([roster(staff(9, 2), staff(10, 3), staff(11, 2), staff(12, 2))]);
    await quality.bench.reports([contracts(...library)]);
    await quality.bench.reports([filings(
      { 统一社会信用代码: uscc(11), 用工总数: 3, 签订劳动合同人数: 3 },
      { 统一社会信用代码: uscc(12), 用工总数: 3, 签订劳动合同人数: 3, 备案类型: '注销' },
    )]); // prettier-ignore
    await quality.bench.reports([unions([9, 3], [10, 3], [11, 4], [12, 3])]);
    const found = await quality.byEmployer();
    expect([9, 10, 11, 12].map(n => found.get(n) ?? [])).toEqual([
      ['CONTRACTS_ABOVE_ROSTER', 'MEMBERS_ABOVE_HEADCOUNT'],
      [],
      ['MEMBERS_ABOVE_FILING'],
      ['CONTRACTS_ABOVE_ROSTER', 'MEMBERS_ABOVE_HEADCOUNT'],
    ]);
    const right = (await quality.issues())
      .filter(issue => /ABOVE_ROSTER|MEMBERS/.test(issue.kind))
      .map(issue => issue.right);
    expect(right.map(side => `${side?.form} ${side?.says}`).sort()).toEqual([
      'E 2022-09-01 名录职工人数 2 人', 'E 2022-09-01 名录职工人数 2 人', 'E 名录职工人数 2 人', 'E 名录职工人数 2 人',
      'F 2022-06-01 备案用工总数 3 人',
    ]); // prettier-ignore
  });

  it('are counted by kind, within the reader’s rows', async () => {
    const ask = '{ qualityIssueCounts { kind count employers form otherForm } }';
    const counts = await quality.client.data<{ qualityIssueCounts: object[] }>(ask);
    expect(counts.qualityIssueCounts).toContainEqual(
      { kind: 'CONTRACTS_DIFFER_FROM_FILING', count: 1, employers: 1, form: 'F', otherForm: 'C' },
    ); // prettier-ignore
    expect(await quality.client.data(ask, {}, viewerOf('TOWN', 'LUOBU'))).toEqual({ qualityIssueCounts: [] });
    expect(await quality.client.refusal(ask, {}, viewerOf('MEMBER'))).toBe('FORBIDDEN');
  });

  it('are counted by the department that has to mend them; an employer is one, however much waits', async () => {
    const ask = '{ qualityIssueDepartments { department name kinds count employers } qualityIssueCounts { department count } }';
    type Waiting = { department: string; name: string; kinds: string[]; count: number; employers: number };
    type Answer = { qualityIssueDepartments: Waiting[]; qualityIssueCounts: Waiting[] };
    const { qualityIssueDepartments: waiting, qualityIssueCounts: kinds } = await quality.client.data<Answer>(ask);
    const union = { department: 'UNION', name: '总工会', kinds: ['MEMBERS_ABOVE_FILING', 'MEMBERS_ABOVE_HEADCOUNT'] };
    expect(waiting).toContainEqual({ ...union, count: 3, employers: 3 });
    const hrss = waiting.find(one => one.department === 'HRSS');
    const whose = kinds.filter(one => one.department === 'HRSS');
    expect(hrss?.count).toBe(whose.reduce((all, one) => all + one.count, 0));
    expect(hrss?.employers).toBeLessThan(hrss?.count ?? 0);
    expect(await quality.client.data(ask, {}, viewerOf('TOWN', 'LUOBU'))).toEqual({ qualityIssueDepartments: [], qualityIssueCounts: [] });
    expect(await quality.client.refusal(ask, {}, viewerOf('MEMBER'))).toBe('FORBIDDEN');
  }); // prettier-ignore

  it('are for those who may read both libraries', async () => {
    const seen = async (viewer: ReturnType<typeof viewerOf>): Promise<string[]> => {
      const ask = '{ qualityIssues(first: 50) { nodes { kind } } qualityIssueCounts { kind } }';
      type Answer = { qualityIssues: { nodes: Issue[] }; qualityIssueCounts: Issue[] };
      const { qualityIssues, qualityIssueCounts } = await quality.client.data<Answer>(ask, {}, viewer);
      const listed = [...new Set(qualityIssues.nodes.map(issue => issue.kind))].sort();
      expect(qualityIssueCounts.map(count => count.kind).sort()).toEqual(listed);
      return listed;
    };
    expect(await seen(viewerOf('HRSS'))).toContain('CONTRACTS_DIFFER_FROM_FILING');
    expect(await seen(viewerOf('INDUSTRY'))).toEqual(['MEMBERS_ABOVE_HEADCOUNT']);
  });
});
