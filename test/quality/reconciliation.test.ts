import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, viewerOf } from '../golden/client.ts';
import { firm, openBench, roster, uscc, type Cell, type ImportBench } from '../ingest/support.ts';
import { contracts, digestA, digestB, filings, signings, unions, workers } from './libraries.ts';

interface Issue {
  kind: string;
  text: string;
  nextStep: string;
  enterprise: { uscc: string };
  left: { form: string; says: string; sheet: string | null; row: number | null };
  right: { form: string; says: string; row: number | null } | null;
}

const both = (no: string, more: Record<string, Cell> = {}): Record<string, Cell>[] => [
  { 平台合同编号: no, ...more },
  { 平台合同编号: no, 签署方: '劳动者', ...more },
];

let bench: ImportBench;
let client: Client;
async function open(): Promise<void> {
  bench = await openBench();
  client = await Client.on(bench.hub, '2022-09-01');
  await bench.reports([roster(...Array.from({ length: 20 }, (_, i) => firm(i + 1)))]);
}
const issues = async (known?: string): Promise<Issue[]> =>
  (
    await client.data<{ qualityIssues: { nodes: Issue[] } }>(
      `query ($known: DateTime) { qualityIssues(first: 100, asKnownAt: $known) { nodes { kind text nextStep enterprise { uscc }
        left { form says sheet row } right { form says row } } } }`,
      { known },
    )
  ).qualityIssues.nodes;
const kinds = async (known?: string): Promise<string[]> =>
  (await issues(known)).map(issue => issue.kind).sort();

/** The kinds of issues of each employer, by its number. */
async function byEmployer(): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>();
  for (const { kind, enterprise } of await issues()) {
    const n = Array.from({ length: 20 }, (_, i) => i + 1).find(i => uscc(i) === enterprise.uscc) ?? 0;
    found.set(n, [...(found.get(n) ?? []), kind].sort());
  }
  return found;
}

describe('electronic contracts against signing records', () => {
  beforeAll(open);
  afterAll(() => bench.close());

  // Each case is an employer of its own, with platform numbers of its own.
  const cases: [string, Record<string, Cell>[], Record<string, Cell>[], string[]][] = [
    ['both parties, one digest', [{}], both('1'), []],
    ['no record at all', [{}, {}], both('1'), ['SIGNING_MISSING']],
    ['an electronic contract without a platform number', [{}, { 平台合同编号: null }], both('1'), ['SIGNING_MISSING']],
    ['one party', [{}], [{ 平台合同编号: '1' }], ['SIGNED_BY_ONE_PARTY']],
    ['two digests', [{ 文件摘要: null }], [{ 平台合同编号: '1' }, { 平台合同编号: '1', 签署方: '劳动者', 文件摘要: digestB }], ['SIGNED_DIGESTS_DIFFER']],
    ['another digest than the library has', [{}], both('1', { 文件摘要: digestB }), ['DIGEST_DIFFERS_FROM_LIBRARY', 'DIGEST_DIFFERS_FROM_LIBRARY']],
    ['the same digest in other letters', [{ 文件摘要: digestA.toUpperCase() }], both('1'), []],
    ['a record without a contract', [{}], [...both('1'), { 平台合同编号: '9' }], ['SIGNING_WITHOUT_CONTRACT']],
    ['another employer', [{}], both('1', { 统一社会信用代码: uscc(20) }), ['SIGNING_OF_OTHER_EMPLOYER', 'SIGNING_OF_OTHER_EMPLOYER']],
    ['on paper, yet signed', [{ 签订方式: '纸质' }], both('1'), ['PAPER_CONTRACT_SIGNED', 'PAPER_CONTRACT_SIGNED']],
  ]; // prettier-ignore
  const numbered = (rows: Record<string, Cell>[], n: number): Record<string, Cell>[] =>
    rows.map((row, i) => {
      const no = row['平台合同编号'] === undefined ? `${i + 1}` : row['平台合同编号'];
      return { 统一社会信用代码: uscc(n + 1), ...row, 平台合同编号: no && `P-${n}-${String(no)}` };
    });

  it.each([
    ['contracts first', ['contracts', 'signings']],
    ['signatures first', ['signings', 'contracts']],
  ])('%s: each case is found, and nothing before both have delivered', async (_name, order) => {
    await bench.close();
    await open();
    const files = {
      contracts: contracts(...cases.flatMap(([, library], n) => numbered(library, n))),
      signings: signings(...cases.flatMap(([, , platform], n) => numbered(platform, n))),
    };
    await bench.reports([files[order[0] as 'contracts']]);
    expect((await kinds()).filter(kind => kind !== 'SIGNED_DIGESTS_DIFFER')).toEqual([]);
    await bench.reports([files[order[1] as 'contracts']]);
    const found = await byEmployer();
    expect(cases.map(([name], n) => [name, found.get(n + 1) ?? []])).toEqual(
      cases.map(([name, , , expected]) => [name, expected]),
    );
  });

  it('names both sources and the next step, and goes when the libraries agree', async () => {
    await bench.close();
    await open();
    await bench.reports([contracts({})]);
    await bench.reports([signings({})]);
    expect(await issues()).toEqual([{
      kind: 'SIGNED_BY_ONE_PARTY', text: '电子合同仅一方签署', enterprise: { uscc: uscc(1) },
      nextStep: expect.stringContaining('另一方') as string,
      left: { form: 'C', says: '合同 HT-1 为电子签订', sheet: '合同', row: 2 },
      right: { form: 'S', says: '仅企业已签署', row: 2 },
    }]); // prettier-ignore
    bench.now = new Date('2022-09-02T02:00:00Z');
    await bench.reports([signings({ 签署方: '劳动者' })]);
    expect(await kinds()).toEqual([]);
    expect(await kinds('2022-09-01T12:00:00+08:00')).toEqual(['SIGNED_BY_ONE_PARTY']);
  });

  it('names an employer of another town to whoever may see it, and to nobody else', async () => {
    await bench.close();
    await open();
    await bench.reports([roster(firm(20).with(2, '洛埠镇'))]);
    await bench.reports([contracts({})]);
    await bench.reports([signings(...both('P-1', { 统一社会信用代码: uscc(20) }))]);
    const ask = '{ qualityIssues { nodes { left { says } right { says } } } }';
    expect(JSON.stringify(await client.data(ask))).toContain(`由 ${uscc(20)} 签署`);
    const own = JSON.stringify(await client.data(ask, {}, viewerOf('TOWN', 'LUORONG')));
    expect(own).toMatch(new RegExp(`合同 HT-1 属于 ${uscc(1)}.*属其他辖区，不予显示`));
    expect(own).not.toContain(uscc(20));
  });
});

describe('counts against each other', () => {
  beforeAll(open);
  afterAll(() => bench.close());

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
    await bench.reports([contracts(...library)]);
    await bench.reports([filings(...filed)]);
    const found = await byEmployer();
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
    await bench.reports([roster(staff(9, 2), staff(10, 3), staff(11, 2), staff(12, 2))]);
    await bench.reports([contracts(...library)]);
    await bench.reports([filings(
      { 统一社会信用代码: uscc(11), 用工总数: 3, 签订劳动合同人数: 3 },
      { 统一社会信用代码: uscc(12), 用工总数: 3, 签订劳动合同人数: 3, 备案类型: '注销' },
    )]); // prettier-ignore
    await bench.reports([unions([9, 3], [10, 3], [11, 4], [12, 3])]);
    const found = await byEmployer();
    expect([9, 10, 11, 12].map(n => found.get(n) ?? [])).toEqual([
      ['CONTRACTS_ABOVE_ROSTER', 'MEMBERS_ABOVE_HEADCOUNT'],
      [],
      ['MEMBERS_ABOVE_FILING'],
      ['CONTRACTS_ABOVE_ROSTER', 'MEMBERS_ABOVE_HEADCOUNT'],
    ]);
    const right = (await issues())
      .filter(issue => /ABOVE_ROSTER|MEMBERS/.test(issue.kind))
      .map(issue => issue.right);
    expect(right.map(side => `${side?.form} ${side?.says}`).sort()).toEqual([
      'E 2022-09-01 名录职工人数 2 人', 'E 2022-09-01 名录职工人数 2 人', 'E 名录职工人数 2 人', 'E 名录职工人数 2 人',
      'F 2022-06-01 备案用工总数 3 人',
    ]); // prettier-ignore
  });

  it('are counted by kind, within the reader’s rows', async () => {
    const ask = '{ qualityIssueCounts { kind count employers form otherForm } }';
    const counts = await client.data<{ qualityIssueCounts: object[] }>(ask);
    expect(counts.qualityIssueCounts).toContainEqual(
      { kind: 'CONTRACTS_DIFFER_FROM_FILING', count: 1, employers: 1, form: 'F', otherForm: 'C' },
    ); // prettier-ignore
    expect(await client.data(ask, {}, viewerOf('TOWN', 'LUOBU'))).toEqual({ qualityIssueCounts: [] });
    expect(await client.refusal(ask, {}, viewerOf('MEMBER'))).toBe('FORBIDDEN');
  });

  it('are for those who may read both libraries', async () => {
    const seen = async (viewer: ReturnType<typeof viewerOf>): Promise<string[]> => {
      const ask = '{ qualityIssues(first: 50) { nodes { kind } } qualityIssueCounts { kind } }';
      type Answer = { qualityIssues: { nodes: Issue[] }; qualityIssueCounts: Issue[] };
      const { qualityIssues, qualityIssueCounts } = await client.data<Answer>(ask, {}, viewer);
      const listed = [...new Set(qualityIssues.nodes.map(issue => issue.kind))].sort();
      expect(qualityIssueCounts.map(count => count.kind).sort()).toEqual(listed);
      return listed;
    };
    expect(await seen(viewerOf('HRSS'))).toContain('CONTRACTS_DIFFER_FROM_FILING');
    expect(await seen(viewerOf('INDUSTRY'))).toEqual(['MEMBERS_ABOVE_HEADCOUNT']);
  });
});
