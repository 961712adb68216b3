import { systemViewer } from '../../server/src/access/viewer.ts';
import { sources } from '../../server/src/catalogue/sources.ts';
import { DataSourceService } from '../../server/src/ingest/data-source.service.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  certifications, certified, dispute, disputeHeader, disputes, firm, openBench, roster, union, unions, uscc, type ImportBench,
} from './support.ts'; // prettier-ignore

let bench: ImportBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const parked = () =>
  bench.hub.owner(
    'select form, employer_uscc, employer_name, reason from parked_row where not superseded order by id',
  );
/** What stands beside the figures of a source: the records that wait. */
const shown = async (form: string) => {
  const service = new DataSourceService(
    bench.hub.database,
    { now: () => bench.now, today: () => '2022-09-01' },
    sources,
  );
  return (await service.list(systemViewer('cli'))).find(one => one.form === form)?.parkedRows;
};
const outcomes = (form: string) =>
  bench.hub
    .owner<{ outcome: string }>(
      `select outcome from import_row r join import_sheet s on s.id = r.sheet_id where form = $1 order by r.id`,
      [form],
    )
    .then(rows => rows.map(row => row.outcome));

describe('rows that arrive before their employer', () => {
  test('wait, counted once however often they are sent, and are attached by the roster with their own provenance', async () => {
    const d = dispute('甲1号', uscc(1), '示例企业1');
    const [first] = await bench.reports([disputes(d)]);
    expect(first).toMatchObject({ parked: 1, inserted: 0 });
    expect(first?.issues).toMatchObject([
      { code: 'UNKNOWN_EMPLOYER', row: 2, column: '被申请人统一社会信用代码', value: uscc(1) },
    ]);
    const [again] = await bench.reports([disputes(d)]);
    expect(again).toMatchObject({ parked: 1, duplicates: 0 });
    const waits = {
      form: 'D',
      employer_uscc: uscc(1),
      employer_name: '示例企业1',
      reason: 'UNKNOWN_EMPLOYER',
    };
    expect(await parked()).toEqual([waits, waits]);
    expect(await shown('D')).toBe(1);
    expect(await outcomes('D')).toEqual(['PARKED', 'PARKED']);
    const [rosterReport] = await bench.reports([roster(firm(1))]);
    expect(rosterReport).toMatchObject({ rowsRead: 1, inserted: 1, attached: 1 });
    expect(await parked()).toEqual([]);
    expect(await outcomes('D')).toEqual(['SUPERSEDED', 'ATTACHED']);
    const [source] = await bench.hub.owner(
      `select f.id from dispute d join import_row r on r.id = d.import_row_id join import_sheet s on s.id = r.sheet_id
         join import_file f on f.id = s.file_id`,
    );
    expect(source).toEqual({ id: again?.id });
    const [third] = await bench.reports([disputes(d)]);
    expect(third).toMatchObject({ unchanged: 1, parked: 0 });
  });

  test('are one record however many files tell of it, also where each tells another part', async () => {
    const d = dispute('甲1号', uscc(1), '示例企业1');
    const more = { ...disputes(d), header: [...disputeHeader, '调解员'], rows: [[...d, '李某']] };
    await bench.reports([disputes(d)]);
    await bench.reports([{ ...more, header: more.header.with(6, '备注') }]);
    expect(await shown('D')).toBe(1);
    const [rosterReport] = await bench.reports([roster(firm(1))]);
    expect(rosterReport).toMatchObject({ inserted: 1, attached: 1 });
    expect(await outcomes('D')).toEqual(['ATTACHED', 'ATTACHED']);
  });

  test('are attached in a file whose roster stands behind them, or in the same workbook as inserted rows', async () => {
    const reports = await bench.reports([
      disputes(dispute('甲1号', uscc(1), '示例企业1')),
      unions(union(uscc(2), '示例企业2', 5)),
      roster(firm(1), firm(2)),
    ]);
    expect(
      reports.map(({ form, inserted, parked: waiting, attached }) => [form, inserted, waiting, attached]),
    ).toEqual([
      ['D', 1, 0, 0],
      ['U', 1, 0, 0],
      ['E', 2, 0, 0],
    ]);
  });

  test('a later, corrected row takes the place of the parked one', async () => {
    await bench.reports([unions(union(uscc(1), '示例企业1', 10))]);
    await bench.reports([unions(union(uscc(1), '示例企业1', 20))]);
    await bench.reports([roster(firm(1))]);
    expect(await bench.hub.owner('select members, version from union_organisation')).toEqual([
      { members: 20, version: 1 },
    ]);
  });

  test('a record that is applied under another employer supersedes what waits, and says so', async () => {
    const [report] = await bench.reports([disputes(dispute('甲1号', uscc(9), '谁'))]);
    await bench.reports([roster(firm(1)), disputes(dispute('甲1号', uscc(1), '示例企业1'))]);
    expect(await parked()).toEqual([]);
    expect(await shown('D')).toBe(0);
    expect(await outcomes('D')).toEqual(['SUPERSEDED', 'INSERTED']);
    const told = await bench.hub.owner(
      `select code from import_issue i join import_sheet s on s.id = i.sheet_id where s.file_id = $1 order by i.id`,
      [report?.id],
    );
    expect(told).toEqual([{ code: 'UNKNOWN_EMPLOYER' }, { code: 'SUPERSEDED' }]);
    await bench.reports([roster(firm(9))]);
    expect(
      await bench.hub.owner('select uscc from dispute d join enterprise e on e.id = d.enterprise_id'),
    ).toEqual([{ uscc: uscc(1) }]);
  });

  test('warnings that need the employer are told when the row is attached', async () => {
    const [report] = await bench.reports([unions(union(uscc(1), '示例企业1', 500))]);
    await bench.reports([roster(firm(1))]);
    const issues = await bench.hub.owner(
      `select i.code, i.row_no from import_issue i join import_sheet s on s.id = i.sheet_id where s.file_id = $1 order by i.id`,
      [report?.id],
    );
    expect(issues).toEqual([
      { code: 'UNKNOWN_EMPLOYER', row_no: 2 },
      { code: 'MEMBERS_EXCEED_STAFF', row_no: 2 },
    ]);
  });
});

describe('rows that carry a name and no code', () => {
  test.each([
    ['as it stands', '示例企业1'],
    ['with blanks and full width', '示例 企业１'],
  ])('find their employer %s', async (_how, name) => {
    await bench.reports([roster(firm(1))]);
    const [report] = await bench.reports([unions(union(null, name, 5)), disputes(dispute('甲', null, name))]);
    expect(report).toMatchObject({ inserted: 1, parked: 0 });
  });

  test('find it by a former name', async () => {
    await bench.reports([roster(firm(1, '旧名公司（集团）'))]);
    const [renamed] = await bench.reports([roster(firm(1, '新名公司'))]);
    expect(renamed?.issues).toMatchObject([{ code: 'RENAMED', row: 2 }]);
    const [report] = await bench.reports([certifications(certified(null, '旧名公司(集团)'))]);
    expect(report).toMatchObject({ inserted: 1, parked: 0 });
    expect(await bench.hub.owner('select name from former_name')).toEqual([{ name: '旧名公司（集团）' }]);
    await bench.reports([roster(firm(1, '旧名公司(集团)'))]);
    expect(await bench.hub.owner('select name from former_name')).toEqual([{ name: '新名公司' }]);
  });

  test('wait when nobody or several bear it, and are never guessed', async () => {
    await bench.reports([roster(firm(1, '同名公司'), firm(2, '同名公司'))]);
    const [report] = await bench.reports([unions(union(null, '同名公司', 5), union(null, '无名公司', 6))]);
    expect(report).toMatchObject({ parked: 2 });
    expect((await parked()).map(row => row['reason'])).toEqual(['AMBIGUOUS_NAME', 'UNKNOWN_NAME']);
    const [attached] = await bench.reports([roster(firm(3, '无名公司'))]);
    expect(attached).toMatchObject({ attached: 1 });
    await bench.reports([roster(firm(4, '又一家'))]);
    expect(await parked()).toHaveLength(1);
  });

  test('wait again when a later roster makes the name ambiguous', async () => {
    await bench.reports([roster(firm(1, '同名公司'))]);
    await bench.reports([
      unions(union(null, '同名公司', 5)),
      disputes(dispute('甲', null, '同名公司'), dispute('乙', uscc(1), '同名公司')),
    ]);
    const [report] = await bench.reports([roster(firm(2, '同名公司'))]);
    expect(report?.issues).toMatchObject([{ code: 'NAME_BECAME_AMBIGUOUS', row: null }]);
    expect(await bench.hub.owner('select case_no from dispute')).toEqual([{ case_no: '乙' }]);
    expect(await bench.hub.owner('select * from union_organisation')).toEqual([]);
    expect((await parked()).map(({ form, reason }) => [form, reason])).toEqual([
      ['U', 'AMBIGUOUS_NAME'],
      ['D', 'AMBIGUOUS_NAME'],
    ]);
    const [byCode] = await bench.reports([unions(union(uscc(2), '同名公司', 7))]);
    expect(byCode).toMatchObject({ inserted: 1 });
  });

  test('a fact whose code was given, before or later, stays', async () => {
    await bench.reports([roster(firm(1, '同名公司'))]);
    await bench.reports([disputes(dispute('甲', uscc(1), '同名公司'), dispute('乙', null, '同名公司'))]);
    await bench.reports([disputes(dispute('甲', null, '同名公司', 7), dispute('乙', uscc(1), '同名公司'))]);
    await bench.reports([roster(firm(2, '同名公司'))]);
    expect(await bench.hub.owner('select case_no, amount from dispute order by case_no')).toEqual([
      { case_no: '乙', amount: '1200.00' },
      { case_no: '甲', amount: '1200.00' },
    ]);
    expect(await parked()).toMatchObject([{ form: 'D', reason: 'AMBIGUOUS_NAME' }]);
  });
});
