import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brief, changesOf, firmHeader, firmRow } from './changes.ts';
import { csv, openDepartments, type Departments } from './departments.ts';
import { dispute, disputeHeader, uscc } from './support.ts';

let all: Departments;
beforeAll(async () => {
  all = await openDepartments('INDUSTRY', 'HRSS', 'UNION', 'COURT');
});
afterAll(() => all.hub.close());

/** Each file arrives a second after the one before. */
async function send(...args: Parameters<Departments['send']>): ReturnType<Departments['send']> {
  all.hub.wait(1000);
  return all.send(...args);
}

describe('what an import does, row by row', () => {
  test.each([true, false])('new, changed field by field, and the same (preview: %s)', async dryRun => {
    const base = dryRun ? 100 : 200;
    const first = await send(
      'INDUSTRY',
      csv([firmHeader, firmRow(base + 1), firmRow(base + 2), firmRow(base + 3)]),
    );
    const facts = () => all.hub.owner(`select uscc, staff, version, change_id from enterprise order by id`);
    const before = await facts();
    const second = await send(
      'INDUSTRY',
      csv([firmHeader, firmRow(base + 1, 12, '李四', '洛埠镇'), firmRow(base + 2), firmRow(base + 4)]),
      dryRun,
    );
    expect(second).toMatchObject({ inserted: 1, updated: 1, unchanged: 1 });
    if (dryRun) expect(await facts()).toEqual(before);
    const { nodes, totalCount } = await changesOf(all, 'INDUSTRY', second.id);
    expect(totalCount).toBe(3);
    expect(brief(nodes)).toEqual([
      [2, 'UPDATED', '所属区域: 雒容镇 → 洛埠镇', '法定代表人: 张** → 李*', '职工人数: 10 → 12'],
      [3, 'UNCHANGED'],
      [
        4, 'INSERTED', `统一社会信用代码: null → ${uscc(base + 4)}`, `企业名称: null → 示例企业${base + 4}`, '所属区域: null → 雒容镇',
        '行业门类: null → 制造业', '法定代表人: null → 张**', '职工人数: null → 10', '成立日期: null → 2015-01-01',
      ],
    ]); // prettier-ignore
    expect(nodes[0]?.title).toBe(`示例企业${base + 1}`);
    expect(nodes[0]?.fields.map(one => one.source)).toEqual(
      [1, 2, 3].map(
        () => expect.objectContaining({ row: 2, importId: first.id, fileName: '名录.csv' }) as unknown,
      ),
    );
    expect(JSON.stringify(nodes)).not.toMatch(/张三丰|李四/);
    const updated = await changesOf(all, 'INDUSTRY', second.id, { outcome: ['UPDATED', 'CONFLICT'] });
    expect([updated.totalCount, brief(updated.nodes).map(([row]) => row)]).toEqual([1, [2]]);
    if (!dryRun) {
      await send('INDUSTRY', csv([firmHeader, firmRow(base + 1, 99)]));
      expect(brief((await changesOf(all, 'INDUSTRY', second.id)).nodes)[0]).toEqual(brief(nodes)[0]);
    }
  });

  test.each([true, false])(
    'an older report and a contradiction within the file are in conflict (preview: %s)',
    async dryRun => {
      const base = dryRun ? 300 : 400;
      const newer = await send(
        'INDUSTRY',
        csv([firmHeader, firmRow(base + 1, 50), firmRow(base + 2)], '2022-09-30'),
      );
      const older = await send(
        'INDUSTRY',
        csv(
          [firmHeader, firmRow(base + 1, 40), firmRow(base + 5), firmRow(base + 5, 11), firmRow(base + 5)],
          '2022-06-30',
        ),
        dryRun,
      );
      const { nodes } = await changesOf(all, 'INDUSTRY', older.id);
      expect(brief(nodes)).toEqual([
        [3, 'CONFLICT', '职工人数: 50 → 40'],
        [4, 'INSERTED', ...(brief(nodes)[1]?.slice(2) ?? [])],
        [5, 'CONFLICT', '职工人数: 10 → 11'],
      ]);
      expect(nodes[0]?.fields[0]?.source).toMatchObject({ row: 3, importId: newer.id });
      expect(nodes[2]?.fields[0]?.source).toMatchObject({ row: 4, importId: older.id });
    },
  );

  test.each([true, false])(
    "correcting another department's word is a conflict (preview: %s)",
    async dryRun => {
      const no = dryRun ? '甲' : '乙';
      await send('INDUSTRY', csv([firmHeader, firmRow(1)]));
      await send(
        'UNION',
        csv([
          disputeHeader,
          dispute(`${no}1号`, uscc(1), '示例企业1', 1200),
          dispute(`${no}2号`, uscc(1), '示例企业1', 5),
        ]),
      );
      await send('HRSS', csv([disputeHeader, dispute(`${no}3号`, uscc(1), '示例企业1', 7)]));
      const mine = await send(
        'HRSS',
        csv([
          disputeHeader,
          dispute(`${no}1号`, uscc(1), '示例企业1', 1300.5),
          dispute(`${no}2号`, uscc(1), '示例企业1', '5.00'),
          dispute(`${no}3号`, uscc(1), '示例企业1', 8),
        ]),
        dryRun,
      );
      const { nodes } = await changesOf(all, 'HRSS', mine.id);
      expect(brief(nodes)).toEqual([
        [2, 'CONFLICT', '涉案金额: 1200 → 1300.5'],
        [3, 'UNCHANGED'],
        [4, 'UPDATED', '涉案金额: 7 → 8'],
      ]);
      expect(nodes[0]?.title).toBe(`示例企业1 · ${no}1号`);
      expect((await changesOf(all, 'HRSS', mine.id, { outcome: ['CONFLICT'] })).totalCount).toBe(1);
    },
  );

  test("a preview tells the court nothing of a case that is another channel's", async () => {
    await send('INDUSTRY', csv([firmHeader, firmRow(1)]));
    await send('UNION', csv([disputeHeader, dispute('丙1号', uscc(1), '示例企业1', 98765)]));
    const guess = dispute('丙1号', uscc(1), '示例企业1', 1).with(7, '法院');
    const preview = await send('COURT', csv([disputeHeader, guess]), true);
    const { nodes } = await changesOf(all, 'COURT', preview.id);
    expect(nodes).toEqual([]);
    expect(preview.issues.map(one => one.code)).toEqual(['OTHER_CHANNELS_CASE']);
  });

  test.each([true, false])(
    'a value keeps its first source through corrections of other fields (preview: %s)',
    async dryRun => {
      const base = dryRun ? 500 : 600;
      const first = await send('INDUSTRY', csv([firmHeader, firmRow(base, 10)]));
      const second = await send('INDUSTRY', csv([firmHeader, firmRow(base, 20)]));
      const third = await send('INDUSTRY', csv([firmHeader, firmRow(base, 30, '王五')]), dryRun);
      const [node] = (await changesOf(all, 'INDUSTRY', third.id)).nodes;
      expect(node?.fields.map(one => [one.label, one.source?.importId])).toEqual([
        ['法定代表人', first.id],
        ['职工人数', second.id],
      ]);
    },
  );
});
