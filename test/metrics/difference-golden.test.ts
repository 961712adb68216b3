import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Viewer } from '../../server/src/access/viewer.ts';
import type { MetricService } from '../../server/src/metrics/metric.service.ts';
import type { DifferenceAsked } from '../../server/src/metrics/rows/difference.ts';
import { freshDatabase, type TestHub } from '../support/database.ts';
import { askOn, words, type Ask } from './asking.ts';
import { certification, change, contract, employer, load, union } from './district.ts';
import { engineOn, hubItself, personOf } from './engine.ts';
import { operation } from '../support/operations.ts';

let hub: TestHub;
let engine: MetricService;
let asked: Ask;

/** Of five employers two were there all the year, the third is new, the fourth was closed, the fifth suspended. */
beforeAll(async () => {
  hub = await freshDatabase();
  engine = engineOn(hub, '2023-06-30');
  asked = await askOn(hub, '2023-06-30');
  await load(hub, {
    employers: [
      employer({ id: 1, staff: 10 }),
      employer({ id: 2, staff: 4, town: 'LUOBU' }),
      employer({ id: 3, staff: 8, town: 'LUOBU', founded_on: '2022-05-01' }),
      employer({ id: 4, staff: 50, closed_on: '2022-06-30' }),
      employer({ id: 5, staff: 7 }),
    ],
    statuses: [{ enterprise_id: 5, stated_on: '2022-03-01', status: 'SUSPENDED' }],
    unions: [
      union({ enterprise_id: 1, members: 6, dissolved_on: '2022-08-01' }),
      union({ enterprise_id: 2, members: 4, founded_on: '2022-02-02' }),
      union({ enterprise_id: 4, members: 40 }),
    ],
    certifications: [
      certification({ enterprise_id: 1, filed_on: '2020-01-05', certified_on: '2020-01-20', valid_to: '2022-01-19' }),
      certification({ enterprise_id: 2, filed_on: '2022-01-05', certified_on: '2022-02-01', valid_to: '2025-01-31' }),
      certification({ enterprise_id: 4, filed_on: '2021-01-05', certified_on: '2021-01-10', valid_to: '2024-01-09' }),
      certification({ enterprise_id: 5, filed_on: '2021-01-05', certified_on: '2021-06-01', valid_to: '2024-05-31' }),
    ],
    contracts: [
      ...['a', 'b', 'c'].map(worker => contract({ enterprise_id: 1, worker })),
      contract({ enterprise_id: 1, worker: 'd', starts_on: '2022-02-01', electronic: true }),
      contract({ enterprise_id: 4, worker: 'e', electronic: true }),
    ],
  });
}); // prettier-ignore
afterAll(() => hub.close());

const year = { from: '2021-12-31', to: '2022-12-31' };
/** `part employer side from→to | why then | why now` of each row. */
async function rowsOf(key: string, asked: Partial<DifferenceAsked> = {}): Promise<string[]> {
  const { rows } = await engine.difference(hubItself, { key, ...year, ...asked });
  return rows.nodes.map(row =>
    [`${row.part} ${row.ids.ENTERPRISE} ${row.side} ${row.contributionFrom}→${row.contributionTo}`, row.reasonFrom ?? '', row.reasonTo ?? ''].join(' | '),
  );
} // prettier-ignore

describe('the year 2022, counted by hand', () => {
  it.each([
    ['certification.rate', [
      'NUMERATOR 1 LEFT 1→0 |  | 认定已过有效期',
      'NUMERATOR 2 ENTERED 0→1 | 尚未申报 | ',
      'DENOMINATOR 3 ENTERED 0→1 | 2022-05-01 才成立 | ',
      'NUMERATOR 4 LEFT 1→0 |  | 已于 2022-06-30 注销',
      'DENOMINATOR 4 LEFT 1→0 |  | 已于 2022-06-30 注销',
      'NUMERATOR 5 LEFT 1→0 |  | 自 2022-03-01 起停业',
      'DENOMINATOR 5 LEFT 1→0 |  | 自 2022-03-01 起停业',
    ]],
    ['union.coverage', [
      'NUMERATOR 1 LEFT 1→0 |  | 工会已于 2022-08-01 撤销',
      'NUMERATOR 2 ENTERED 0→1 | 2022-02-02 才建会 | ',
      'DENOMINATOR 3 ENTERED 0→1 | 2022-05-01 才成立 | ',
      'NUMERATOR 4 LEFT 1→0 |  | 已于 2022-06-30 注销',
      'DENOMINATOR 4 LEFT 1→0 |  | 已于 2022-06-30 注销',
      'DENOMINATOR 5 LEFT 1→0 |  | 自 2022-03-01 起停业',
    ]],
    ['contract.signing', [
      'DENOMINATOR 4 LEFT 50→0 |  | 已于 2022-06-30 注销',
      'DENOMINATOR 3 ENTERED 0→8 | 2022-05-01 才成立 | ',
      'DENOMINATOR 5 LEFT 7→0 |  | 自 2022-03-01 起停业',
      'NUMERATOR 1 CHANGED 3→4 | 用工 10 人，3 人有有效劳动合同，缺 7 人 | 用工 10 人，4 人有有效劳动合同，缺 6 人',
      'NUMERATOR 4 LEFT 1→0 | 用工 50 人，1 人有有效劳动合同，缺 49 人 | 已于 2022-06-30 注销',
    ]],
    ['contract.electronic', [
      'NUMERATOR 1 ENTERED 0→1 |  | ',
      'DENOMINATOR 1 CHANGED 3→4 |  | ',
      'NUMERATOR 4 LEFT 1→0 |  | 已于 2022-06-30 注销',
      'DENOMINATOR 4 LEFT 1→0 |  | 已于 2022-06-30 注销',
    ]],
    ['union.collective', [
      'DENOMINATOR 1 LEFT 1→0 |  | 工会已于 2022-08-01 撤销',
      'DENOMINATOR 2 ENTERED 0→1 | 2022-02-02 才建会 | ',
      'DENOMINATOR 4 LEFT 1→0 |  | 已于 2022-06-30 注销',
    ]],
  ])('%s', async (key, expected) => {
    expect(await rowsOf(key)).toEqual(expected);
  }); // prettier-ignore

  it('of a stage alone, where each came from and went', async () => {
    expect(await rowsOf('certification.stage', { filter: { stage: { eq: 'CERTIFIED' } } })).toEqual([
      'NUMERATOR 1 LEFT 1→0 |  | 认定已过有效期',
      'NUMERATOR 2 ENTERED 0→1 | 尚未申报 | ',
      'NUMERATOR 4 LEFT 1→0 |  | 已于 2022-06-30 注销',
      'NUMERATOR 5 LEFT 1→0 |  | 自 2022-03-01 起停业',
    ]);
  });

  it('the gap tells of the certified and the employers, since it is no sum of its own', async () => {
    // 0 of 4 × 0 at the end of 2021, ⌈3 × 0.9⌉ − 1 a year later.
    const gap = await engine.difference(hubItself, { key: 'certification.gap', ...year });
    expect([gap.valueFrom, gap.valueTo, gap.difference]).toEqual([0, 2, 2]);
    expect([gap.numerator, gap.denominator]).toMatchObject([
      { from: 3, to: 1, difference: -2 },
      { from: 4, to: 3, difference: -1 },
    ]);
    expect(await rowsOf('certification.gap')).toEqual(await rowsOf('certification.rate'));
  });

  it('speaks English to those who read it', async () => {
    const viewer = { ...hubItself, language: 'en' as const };
    const { rows } = await engine.difference(viewer, { key: 'union.coverage', ...year, part: 'DENOMINATOR' });
    expect(rows.nodes.map(row => row.reasonFrom ?? row.reasonTo)).toEqual([
      'Was founded only on 2022-05-01',
      'Was closed on 2022-06-30',
      'Has been suspended since 2022-03-01',
    ]);
  });
});

describe('a difference over GraphQL', () => {
  const ask = async (query: string, viewer: Viewer, variables = {}): Promise<unknown> => {
    const answer = await asked(query, viewer, variables);
    expect(words(answer)).toEqual([]);
    return (answer.data as { metricChange: unknown }).metricChange;
  };
  const fields = `valueFrom valueTo numerator { from to difference agrees sides { side employers difference } }
    denominator { difference agrees } rows { totalCount nodes { part side difference enterprise { id town { code } } } }`;

  it('keeps to the town of its reader', async () => {
    const query = `{ metricChange(key: "certification.rate", from: "2021-12-31", to: "2022-12-31") { ${fields} } }`;
    expect(await ask(query, personOf('TOWN', 'LUOBU'))).toEqual({
      valueFrom: 0,
      valueTo: 0.5,
      numerator: {
        from: 0, to: 1, difference: 1, agrees: true,
        sides: [
          { side: 'ENTERED', employers: 1, difference: 1 },
          { side: 'LEFT', employers: 0, difference: 0 },
          { side: 'CHANGED', employers: 0, difference: 0 },
        ],
      },
      denominator: { difference: 1, agrees: true },
      rows: {
        totalCount: 2,
        nodes: [
          { part: 'NUMERATOR', side: 'ENTERED', difference: 1, enterprise: { id: 'Enterprise:2', town: { code: 'LUOBU' } } },
          { part: 'DENOMINATOR', side: 'ENTERED', difference: 1, enterprise: { id: 'Enterprise:3', town: { code: 'LUOBU' } } },
        ],
      },
    });
  }); // prettier-ignore

  it('tells as the dashboard asks who lost the title, and who came into a figure', async () => {
    const moves = await ask(operation('metrics/certification-moves'), personOf('LEADER'), { ...year, side: 'LEFT', first: 2 });
    expect(moves).toMatchObject({
      valueFrom: 0.75, numerator: { from: 3, to: 1, sides: [{ employers: 1 }, { employers: 3 }, { employers: 0 }] }, denominator: { from: 4, to: 3 },
      rows: { totalCount: 3, pageInfo: { hasNextPage: true }, nodes: [{ reasonTo: '认定已过有效期', enterprise: { id: 'Enterprise:1' } }, { reasonTo: '已于 2022-06-30 注销' }] },
    });
    const coverage = { key: 'union.coverage', ...year, part: 'DENOMINATOR', side: 'ENTERED' };
    expect(await ask(operation('explore/difference'), personOf('LEADER'), coverage)).toMatchObject({
      denominator: { difference: -1, sides: [{ employers: 1 }, { employers: 2 }, { employers: 0 }] }, rows: { totalCount: 1, nodes: [{ enterprise: { id: 'Enterprise:3' } }] },
    });
  }); // prettier-ignore

  it('shows an employer that is no longer known as it was known', async () => {
    await change(hub, '2024-01-01T00:00:00Z', 'delete from contract where enterprise_id = 1');
    await change(hub, '2024-01-02T00:00:00Z', 'delete from certification where enterprise_id = 1; delete from union_organisation where enterprise_id = 1; delete from enterprise where id = 1');
    const query = `{ metricChange(key: "union.coverage", from: "2022-03-01", to: "2022-03-01", knownFrom: "2023-12-31T00:00:00Z", knownTo: "2024-06-01T00:00:00Z")
      { ${fields} rows { nodes { reasonTo } } } }`;
    expect(await ask(query, hubItself)).toMatchObject({
      numerator: { from: 3, to: 2, agrees: true },
      denominator: { difference: -1, agrees: true },
      rows: { nodes: [
        { part: 'NUMERATOR', side: 'LEFT', enterprise: { id: 'Enterprise:1', town: { code: 'LUORONG' } }, reasonTo: '名录中没有该单位' },
        { part: 'DENOMINATOR', side: 'LEFT', enterprise: { id: 'Enterprise:1', town: { code: 'LUORONG' } }, reasonTo: '名录中没有该单位' },
      ] },
    });
  }); // prettier-ignore
});
