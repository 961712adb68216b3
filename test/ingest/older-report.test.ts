import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  firm,
  openBench,
  roster,
  rosterHeader,
  union,
  unions,
  uscc,
  type ImportBench,
  type SheetText,
} from './support.ts';

let bench: ImportBench;
beforeEach(async () => {
  bench = await openBench();
  await bench.reports([roster(firm(1))]);
});
afterEach(() => bench.close());

const titled = (day: string, sheet: SheetText): SheetText => ({ ...sheet, title: [[`填报日期：${day}`]] });
const narrow = (sheet: SheetText): SheetText => ({
  ...sheet,
  header: sheet.header.slice(0, -1),
  rows: sheet.rows.map(row => row.slice(0, -1)),
});
const send = async (sheet: SheetText) => (await bench.reports([sheet]))[0];

test('an older report corrects nothing, and fills the column that the newer one does not speak of', async () => {
  await send(titled('2022-06-30', narrow(unions(union(uscc(1), '示例企业1', 80)))));
  const older = unions(union(uscc(1), '示例企业1', 70).with(5, '张三丰'));
  const report = await send(titled('2022-01-31', older));
  expect(report).toMatchObject({ rowsRead: 1, updated: 1, unchanged: 0 });
  expect(report?.issues).toMatchObject([{ code: 'OLDER_REPORT_FILLS', row: 3 }]);
  expect(await bench.hub.owner('select members, chair_mask from union_organisation')).toEqual([
    { members: 80, chair_mask: '张**' },
  ]);
  const [source] = await bench.hub.owner(
    `select f.id from union_organisation u join import_row r on r.id = u.import_row_id
       join import_sheet s on s.id = r.sheet_id join import_file f on f.id = s.file_id`,
  );
  expect(source).toEqual({ id: report?.id });
  const again = await send(titled('2022-01-31', older));
  expect(again).toMatchObject({ unchanged: 1, updated: 0 });
  expect(again?.issues).toMatchObject([{ code: 'OLDER_REPORT', row: 3 }]);
});

test('so does an older roster, which adds the name of then and the status of its day', async () => {
  const header = [...rosterHeader.slice(0, 7), '注册地址'];
  const sheet = (staff: number, name: string, address: string): SheetText => ({
    name: '名录', header, rows: [[...firm(1, name).slice(0, 7).with(4, staff), address]],
  }); // prettier-ignore
  await send(titled('2022-06-30', narrow(sheet(20, '新名公司', ''))));
  const report = await send(titled('2022-01-31', sheet(10, '旧名公司', '某路1号')));
  expect(report).toMatchObject({ updated: 1 });
  expect(await bench.hub.owner('select name, staff, address from enterprise')).toEqual([
    { name: '新名公司', staff: 20, address: '某路1号' },
  ]);
  const names = await bench.hub.owner<{ name: string }>('select name from former_name order by name');
  expect(names.map(one => one.name).sort()).toEqual(['旧名公司', '示例企业1'].sort());
});
