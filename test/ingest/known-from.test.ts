import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBench, uscc, type ImportBench } from './support.ts';

/** A clock on which every look takes a minute, so that an import has a beginning and an end. */
function slowClock(bench: ImportBench, start: string): void {
  let looks = 0;
  Object.defineProperty(bench, 'now', {
    configurable: true,
    get: () => new Date(Date.parse(start) + looks++ * 60_000),
  });
}

describe('what an import says', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await openBench();
    const header = ['统一社会信用代码', '企业名称', '所属区域', '行业门类', '职工人数', '成立日期'];
    const sheet = (staff: number) => [
      { name: '名录', header, rows: [[uscc(1), '甲公司', '雒容镇', 'C', staff, '2020-01-01']] },
    ];
    slowClock(bench, '2022-09-01T02:00:00Z');
    await bench.reports(sheet(10));
    slowClock(bench, '2022-09-02T02:00:00Z');
    await bench.reports(sheet(20));
  });
  afterAll(() => bench.close());

  it('is known from its end, as its sheet says, and one revision ends where the next begins', async () => {
    const revisions = await bench.hub.owner<{ staff: number; known_from: Date; known_to: Date | null }>(
      `select r.staff, b.known_at as known_from, e.known_at as known_to from enterprise_revision r
        join change b on b.id = r.change_id left join change e on e.id = r.ended_by order by r.change_id`,
    );
    const files = await bench.hub.owner<{ received_at: Date; known_at: Date }>(
      `select f.received_at, s.known_at from import_sheet s join import_file f on f.id = s.file_id order by s.id`,
    );
    expect(revisions.map(one => one.staff)).toEqual([10, 20]);
    expect(revisions.map(one => one.known_from)).toEqual(files.map(one => one.known_at));
    expect(revisions[0]?.known_to).toEqual(revisions[1]?.known_from);
    for (const { received_at, known_at } of files)
      expect(known_at.getTime()).toBeGreaterThan(received_at.getTime() + 60_000);
  });

  it('cannot be moved afterwards: the application settles nothing but its own transaction', async () => {
    const moments = 'select id, known_at from change order by id';
    const before = await bench.hub.owner(moments);
    const scope = { actor: 'test', towns: '*', channels: '*', kinds: '*' } as const;
    const settle = bench.hub.database.transaction(scope, query =>
      query(`select set_config('hub.change', '1', true), hub_settle_change($1)`, [
        new Date('2030-01-01T00:00:00Z'),
      ]),
    );
    await expect(settle).rejects.toMatchObject({ sqlstate: '42501' });
    expect(await bench.hub.owner(moments)).toEqual(before);
  });
});
