import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewerOf } from '../golden/client.ts';
import { firm, roster, uscc, type Cell } from '../ingest/support.ts';
import { contracts, digestA, digestB, signings } from './libraries.ts';
import { openQuality, type QualityBench } from './quality-bench.ts';

const both = (no: string, more: Record<string, Cell> = {}): Record<string, Cell>[] => [
  { 平台合同编号: no, ...more },
  { 平台合同编号: no, 签署方: '劳动者', ...more },
];

let quality: QualityBench;
const open = async (): Promise<void> => void (quality = await openQuality());

describe('electronic contracts against signing records', () => {
  beforeAll(open);
  afterAll(() => quality.bench.close());

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
    await quality.bench.close();
    await open();
    const files = {
      contracts: contracts(...cases.flatMap(([, library], n) => numbered(library, n))),
      signings: signings(...cases.flatMap(([, , platform], n) => numbered(platform, n))),
    };
    await quality.bench.reports([files[order[0] as 'contracts']]);
    expect((await quality.kinds()).filter(kind => kind !== 'SIGNED_DIGESTS_DIFFER')).toEqual([]);
    await quality.bench.reports([files[order[1] as 'contracts']]);
    const found = await quality.byEmployer();
    expect(cases.map(([name], n) => [name, found.get(n + 1) ?? []])).toEqual(
      cases.map(([name, , , expected]) => [name, expected]),
    );
  });

  it('names both sources and the next step, and goes when the libraries agree', async () => {
    await quality.bench.close();
    await open();
    await quality.bench.reports([contracts({})]);
    await quality.bench.reports([signings({})]);
    expect(await quality.issues()).toEqual([{
      kind: 'SIGNED_BY_ONE_PARTY', text: '电子合同仅一方签署', enterprise: { uscc: uscc(1) },
      nextStep: expect.stringContaining('另一方') as string,
      left: { form: 'C', says: '合同 HT-1 为电子签订', sheet: '合同', row: 2 },
      right: { form: 'S', says: '仅企业已签署', row: 2 },
    }]); // prettier-ignore
    quality.bench.now = new Date('2022-09-02T02:00:00Z');
    await quality.bench.reports([signings({ 签署方: '劳动者' })]);
    expect(await quality.kinds()).toEqual([]);
    expect(await quality.kinds('2022-09-01T12:00:00+08:00')).toEqual(['SIGNED_BY_ONE_PARTY']);
  });

  it('names an employer of another town to whoever may see it, and to nobody else', async () => {
    await quality.bench.close();
    await open();
    await quality.bench.reports([roster(firm(20).with(2, '洛埠镇'))]);
    await quality.bench.reports([contracts({})]);
    await quality.bench.reports([signings(...both('P-1', { 统一社会信用代码: uscc(20) }))]);
    const ask = '{ qualityIssues { nodes { left { says } right { says } } } }';
    expect(JSON.stringify(await quality.client.data(ask))).toContain(`由 ${uscc(20)} 签署`);
    const own = JSON.stringify(await quality.client.data(ask, {}, viewerOf('TOWN', 'LUORONG')));
    expect(own).toMatch(new RegExp(`合同 HT-1 属于 ${uscc(1)}.*属其他辖区，不予显示`));
    expect(own).not.toContain(uscc(20));
  });
});
