import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metrics } from '../../server/src/catalogue/metrics.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import type { RowsArgs } from '../../server/src/metrics/rows/whole-rows.ts';
import type { Role } from '../../server/src/access/roles.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { certification, dispute, load, union } from './district.ts';
import { engineOn, hubItself, personOf } from './engine.ts';
import { labourDistrict } from './labour-district.ts';

let hub: TestHub;
let engine: MetricService;
beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub);
  await load(hub, {
    ...labourDistrict,
    unions: [
      union({ enterprise_id: 1, members: 60, collective_from: '2021-01-01', collective_to: '2021-12-31' }),
      union({ enterprise_id: 2, form: 'JOINT', members: 6, dissolved_on: '2022-06-01' }),
    ],
    certifications: [
      certification({ enterprise_id: 1, filed_on: '2022-06-20', review_score: 90 }),
      certification({ enterprise_id: 2, certified_on: '2022-07-01', qualified: false, lacking: ['OFFLINE_CHANNEL', 'OBJECTIONS'] }),
    ],
    disputes: [
      dispute({ enterprise_id: 1, filed_on: '2022-03-01', closed_on: '2022-04-01', outcome: 'SETTLED', job_lost: true, performance: 'PARTIAL' }),
      dispute({ enterprise_id: 4, filed_on: '2022-05-01', amount: 1000.5 }),
      dispute({ enterprise_id: 1, filed_on: '2022-05-01', closed_on: '2022-05-03', outcome: 'FAILED', channel: 'COURT', confirmed: false }),
    ],
  }); // prettier-ignore
});
afterAll(() => hub.close());

/** `employer contribution reason` of each row missing. */
async function missing(key: string, args: Omit<RowsArgs, 'key'> = {}): Promise<string[]> {
  const { nodes } = await engine.rows(hubItself, { key, inside: false, ...args });
  return nodes.map(({ ids, contribution, reason }) => `${ids.ENTERPRISE} ${contribution} ${reason}`);
}

describe('who is missing, and why', () => {
  it.each([
    ['certification.rate', ['1 1 已审核，尚未公示', '2 1 台账填有认定日期，但认定条件不全，不计为已认定；未满足：线下公示渠道；异议了结', '3 1 尚未申报']],
    ['union.coverage', ['3 1 未建会', '2 1 工会已于 2022-06-01 撤销']],
    ['union.membership', ['1 30 用工 90 人，会员 60 人，缺 30 人', '3 10 未建会，用工 10 人', '2 6 工会已于 2022-06-01 撤销，用工 6 人']],
    ['union.collective', ['1 1 集体合同已于 2021-12-31 期满']],
    ['union.congress', ['1 1 报表未填写是否建立职代会']],
    ['contract.signing', ['1 88 用工 90 人，2 人有有效劳动合同，缺 88 人', '3 9 用工 10 人，1 人有有效劳动合同，缺 9 人']],
    ['contract.verified', ['1 1 双方签署的或合同库登记的文件摘要不一致', '3 1 用人单位尚未签署']],
    ['filing.coverage', ['2 1 最近备案为 2021-12-30，已超过 365 日', '3 1 备案已于 2022-06-01 注销']],
    ['filing.insured', ['2 3 备案用工 6 人，参保 3 人，缺 3 人']],
    ['inspection.violation', ['1 1 未责令改正，也未立案']],
    ['inspection.corrected', ['2 1 超期，于 2022-04-02 才完成整改', '4 1 期限 2022-12-31，没有整改完成日期']],
    ['dispute.success', ['1 1 调解不成']],
    ['dispute.closing', ['4 1 尚未结案']],
    ['dispute.onTime', ['1 1 2022-03-01 申请，结案超过 15 日']],
    ['dispute.confirmed', ['1 1 台账未填写司法确认']],
    ['dispute.performed', ['1 1 协议只部分履行']],
    ['dispute.reemployed', ['1 1 没有再就业日期']],
  ])('%s', async (key, expected) => {
    expect(await missing(key)).toEqual(expected);
  }); // prettier-ignore

  it('a count lacks nobody, an average neither', async () => {
    expect(await missing('dispute.filed')).toEqual([]);
    expect(await missing('dispute.duration')).toEqual([]);
  });

  it('speaks English to those who read it', async () => {
    const viewer = { ...hubItself, language: 'en' as const };
    const { nodes } = await engine.rows(viewer, { key: 'filing.coverage', inside: false });
    expect(nodes.map(row => row.reason)).toEqual([
      'Filed last on 2021-12-30, more than 365 days ago',
      'The filing was cancelled on 2022-06-01',
    ]);
  });

  it('every share of the catalogue tells who is missing', () => {
    const silent = metrics.filter(metric => metric.unit === 'RATIO' && !metric.missing);
    expect(silent.map(metric => metric.key)).toEqual([]);
  });
});

describe('rows of sums and gaps', () => {
  it('a gap lists as many employers as it needs, the furthest on their way first', async () => {
    const page = await engine.rows(hubItself, { key: 'certification.gap', at: '2022-09-01' });
    // The path stands at 0.9 × 76 ÷ 197: of four active employers ⌈1.39⌉ = 2 are needed, none is there.
    expect(page).toMatchObject({ totalCount: 2, contribution: 2 });
    expect(page.nodes.map(row => row.ids.ENTERPRISE)).toEqual([2, 1]);
  });

  it('money stays exact, cases without an amount are there with none', async () => {
    const { nodes, contribution } = await engine.rows(hubItself, { key: 'dispute.amount' });
    expect([contribution, ...nodes.map(row => row.contribution)]).toEqual([1000.5, 1000.5, 0, 0]);
  });

  it('a figure without a source has no rows, nor has anybody to miss', async () => {
    expect(await engine.rows(hubItself, { key: 'meeting.count' })).toMatchObject({
      totalCount: 0,
      nodes: [],
    });
    const before = { key: 'union.coverage', asKnownAt: new Date('2019-01-01'), inside: false };
    expect(await engine.rows(hubItself, before)).toMatchObject({ totalCount: 0, contribution: 0 });
  });
});

describe('pages and doors', () => {
  it('a cursor holds for its own figure and side', async () => {
    const { pageInfo } = await engine.rows(hubItself, { key: 'union.coverage', inside: false, first: 1 });
    const after = pageInfo.endCursor;
    expect(await missing('union.coverage', { after })).toEqual(['2 1 工会已于 2022-06-01 撤销']);
    for (const args of [{ key: 'union.coverage' }, { key: 'filing.coverage', inside: false }]) {
      await expect(engine.rows(hubItself, { ...args, after })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
  });

  it.each([
    ['MEMBER', 'dispute.filed', 'FORBIDDEN'], ['MEMBER', 'dispute.people', 'FORBIDDEN'], ['INDUSTRY', 'contract.signing', 'FORBIDDEN'],
    ['LEADER', 'contract.signing', 'answered'], ['COURT', 'union.coverage', 'FORBIDDEN'], ['AUDITOR', 'dispute.filed', 'FORBIDDEN'],
  ] satisfies [Role, string, string][])('%s opening the rows of %s: %s', async (role, key, expected) => {
    const code = await engine.rows(personOf(role), { key }).then(() => 'answered', (error: { code?: string }) => error.code);
    expect(code).toBe(expected);
  }); // prettier-ignore

  it('a town and the court see rows of their own only', async () => {
    const town = await engine.rows(personOf('TOWN', 'LUOBU'), { key: 'union.coverage', inside: false });
    expect(town.nodes.map(row => row.ids.ENTERPRISE)).toEqual([2]);
    const court = await engine.rows(personOf('COURT'), { key: 'dispute.filed' });
    expect(court).toMatchObject({ totalCount: 1, contribution: 1 });
  });

  it('days that contradict the figure are refused', async () => {
    const wrong = engine.rows(hubItself, { key: 'dispute.filed', at: '2022-01-01' });
    await expect(wrong).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
