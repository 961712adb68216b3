import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  certifications, certified, dispute, disputes, firm, openBench, roster, rosterHeader, union, unions, uscc,
  type ImportBench,
} from './support.ts'; // prettier-ignore

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const day = (text: string): void => {
  bench.now = new Date(`${text}T02:00:00Z`);
};

test('a roster is read, applied and reported', async () => {
  const [report] = await bench.reports([roster(firm(1), firm(2), firm(3))]);
  expect(report).toMatchObject({
    form: 'E', sheet: '名录', rowsRead: 3, inserted: 3, status: 'DONE', who: 'cli', issueCount: 0, dryRun: false,
  }); // prettier-ignore
  expect(report?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(report?.when).toBe('2022-09-01T02:00:00.000Z');
  const rows = await bench.hub.owner('select name, staff, status, town from enterprise order by uscc');
  expect(rows).toHaveLength(3);
  expect(rows[0]).toEqual({ name: '示例企业1', staff: 101, status: 'ACTIVE', town: 'LUORONG' });
});

test('the same file again changes nothing, whatever the way it writes the same things', async () => {
  day('2022-09-02');
  const versions = 'select sum(version)::int as sum from enterprise';
  const before = await bench.hub.owner(versions);
  const again = await bench.reports([roster(firm(1), firm(2), firm(3))]);
  expect(again[0]).toMatchObject({ rowsRead: 3, unchanged: 3, inserted: 0, updated: 0 });
  const [otherwise] = await bench.reports([
    {
      name: '名录',
      header: ['用人单位名称', 'USCC', '片区', '行业', '用工人数', '注册日期', '状态'],
      rows: [['示例企业1 ', uscc(1).toLowerCase(), '雒容', 'C', '1０1', '2015年1月1日', '']],
    },
  ]);
  expect(otherwise).toMatchObject({ rowsRead: 1, unchanged: 1, repaired: 1 });
  expect(await bench.hub.owner(versions)).toEqual(before);
});

test('a correction updates, keeps what was said before, and tells its source', async () => {
  day('2022-09-03');
  const changed = firm(2);
  changed[4] = 250;
  const [report] = await bench.reports([roster(firm(1), changed)]);
  expect(report).toMatchObject({ updated: 1, unchanged: 1 });
  const history = await bench.hub.owner(
    `select h.staff, h.version, b.known_at as known_from, e.known_at as known_to, f.file_name, s.sheet, r.row_no
       from enterprise_revision h join import_row r on r.id = h.import_row_id
       join import_sheet s on s.id = r.sheet_id join import_file f on f.id = s.file_id
       join change b on b.id = h.change_id left join change e on e.id = h.ended_by
      where h.uscc = $1 order by h.change_id`,
    [uscc(2)],
  );
  expect(history).toMatchObject([
    { staff: 102, version: 1, known_from: new Date('2022-09-01T02:00:00Z'), row_no: 3, sheet: '名录' },
    { staff: 250, version: 2, known_from: new Date('2022-09-03T02:00:00Z'), known_to: null, row_no: 3 },
  ]);
  expect(history[0]?.['known_to']).toEqual(history[1]?.['known_from']);
  expect(history[1]?.['file_name']).toBe(report?.fileName);
  await bench.reports([roster(firm(2))]);
  const [back] = await bench.hub.owner('select staff, version from enterprise where uscc = $1', [uscc(2)]);
  expect(back).toEqual({ staff: 102, version: 3 });
});

test('columns that a file lacks keep their values, and the status is stated by day', async () => {
  day('2022-09-04');
  const header = rosterHeader.filter(column => column !== '经营状态');
  const without = firm(3).slice(0, 6);
  await bench.reports([{ name: 'x', header: header.slice(0, 6), rows: [without] }]);
  const suspended = firm(3);
  suspended[6] = '停业';
  await bench.reports([{ ...roster(suspended), title: [['填报日期：2022-08-20']] }]);
  await bench.reports([{ name: 'x', header: header.slice(0, 6), rows: [without] }]);
  const [now] = await bench.hub.owner('select status from enterprise where uscc = $1', [uscc(3)]);
  expect(now).toEqual({ status: 'SUSPENDED' });
  const statuses = await bench.hub.owner(
    `select stated_on, s.status from enterprise_status s join enterprise e on e.id = s.enterprise_id
      where uscc = $1 order by stated_on`,
    [uscc(3)],
  );
  expect(statuses).toEqual([
    { stated_on: '2022-08-20', status: 'SUSPENDED' },
    { stated_on: '2022-09-01', status: 'ACTIVE' },
    { stated_on: '2022-09-02', status: 'ACTIVE' },
  ]);
});

test('an employer that is open again has no closing date, also where the file has no column for it', async () => {
  const closed = [...firm(4).slice(0, 6), '注销', '2022-01-31'];
  await bench.reports([{ name: 'x', header: [...rosterHeader.slice(0, 7), '注销日期'], rows: [closed] }]);
  const state = 'select status, closed_on from enterprise where uscc = $1';
  expect(await bench.hub.owner(state, [uscc(4)])).toEqual([{ status: 'CLOSED', closed_on: '2022-01-31' }]);
  await bench.reports([roster(firm(4))]);
  expect(await bench.hub.owner(state, [uscc(4)])).toEqual([{ status: 'ACTIVE', closed_on: null }]);
});

test('a status that cannot be read is left empty, for a new employer and for a known one', async () => {
  const odd = (n: number) => firm(n).with(6, '看情况');
  const [report] = await bench.reports([roster(odd(1), odd(41))]);
  expect(report).toMatchObject({ rowsRead: 2, inserted: 1, rejected: 0 });
  expect(report?.issues.filter(found => found.code === 'WORD_UNKNOWN')).toHaveLength(2);
  const known = await bench.hub.owner('select status from enterprise where uscc = any($1)', [
    [uscc(1), uscc(41)],
  ]);
  expect(known).toEqual([{ status: 'ACTIVE' }, { status: 'ACTIVE' }]);
});

test('the four forms become facts', async () => {
  day('2022-09-05');
  const reports = await bench.reports([
    unions(union(uscc(1), '示例企业1', 80)),
    disputes(dispute('柳鱼调〔2022〕1号', uscc(1), '示例企业1', '1.5万元')),
    certifications(certified(uscc(1), '示例企业1')),
  ]);
  expect(reports.map(report => [report.form, report.inserted])).toEqual([['U', 1], ['D', 1], ['A', 1]]); // prettier-ignore
  expect(await bench.hub.owner('select form, members from union_organisation')).toEqual([
    { form: 'OWN', members: 80 },
  ]);
  expect(await bench.hub.owner('select amount, cause, channel, applicant_mask from dispute')).toEqual([
    { amount: '15000.00', cause: '04', channel: 'UNION', applicant_mask: '张**' },
  ]);
  expect(await bench.hub.owner('select qualified, lacking from certification')).toEqual([
    { qualified: true, lacking: [] },
  ]);
});

test('a certification that a narrow file corrects is judged as a whole', async () => {
  const header = ['统一社会信用代码', '申报日期', '撤销日期'];
  const [revoked] = await bench.reports([
    { name: 'x', header, rows: [[uscc(1), '2022-03-01', '2022-08-01']] },
  ]);
  expect(revoked).toMatchObject({ form: 'A', updated: 1 });
  expect(await bench.hub.owner('select qualified, revoked_on from certification')).toEqual([
    { qualified: true, revoked_on: '2022-08-01' },
  ]);
  const objected = [uscc(1), '2022-03-01', 2];
  await bench.reports([{ name: 'x', header: ['统一社会信用代码', '申报日期', '异议数'], rows: [objected] }]);
  expect(await bench.hub.owner('select qualified, lacking, certified_on from certification')).toEqual([
    { qualified: false, lacking: ['OBJECTIONS'], certified_on: '2022-04-20' },
  ]);
});

test('implausible dates of the employer warn and never reject', async () => {
  const early = dispute('早', uscc(1), '示例企业1');
  early[1] = '2010-05-01';
  const [report] = await bench.reports([disputes(early)]);
  expect(report).toMatchObject({ inserted: 1, rejected: 0 });
  expect(report?.issues).toMatchObject([
    { code: 'BEFORE_FOUNDING', row: 2, column: '申请日期', severity: 'WARNING' },
  ]);
});

test('another spelling of the respondent is no correction', async () => {
  const said = (name: string) => bench.reports([disputes(dispute('拼写1号', uscc(1), name))]);
  await said('示例(柳州)企业1');
  const [again] = await said('示例 （柳州）企业１');
  expect(again).toMatchObject({ rowsRead: 1, unchanged: 1 });
});
