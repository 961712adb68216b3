import { afterAll, beforeAll, expect, test } from 'vitest';
import { idNumber } from '../../server/src/demo/names.ts';
import { firm, openBench, roster, uscc, type Cell, type ImportBench, type SheetText } from './support.ts';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const sheet =
  (name: string, header: readonly string[]) =>
  (...rows: readonly (readonly Cell[])[]): SheetText => ({ name, header, rows });
const contracts = sheet('合同', [
  '合同编号', '统一社会信用代码', '用人单位', '劳动者姓名', '身份证号', '合同类型', '签订日期', '起始日期', '终止日期', '是否电子', '平台合同编号', '文件摘要', '月工资',
]); // prettier-ignore
const signings = sheet('签署', [
  '平台合同编号',
  '合同编号',
  '统一社会信用代码',
  '签署方',
  '签署时间',
  '文件摘要',
]);
const filings = sheet('备案', [
  '统一社会信用代码', '企业名称', '备案日期', '备案类型', '用工总数', '签订劳动合同人数', '参加社会保险人数',
]); // prettier-ignore
const inspections = sheet('监察', [
  '案件编号', '统一社会信用代码', '企业名称', '来源', '检查日期', '问题类别', '责令改正日期', '整改期限',
]); // prettier-ignore

const digest = 'ab'.repeat(32);
const contract = (no: string, firmNo: number, wage: Cell = 4500, end: Cell = '2025-02-28'): Cell[] => [
  no, uscc(firmNo), `示例企业${firmNo}`, '张三', idNumber(firmNo), '固定期限', '2022-03-01', '2022-03-01', end, '是', `LQ-${no}`, digest, wage,
]; // prettier-ignore
const signing = (no: string, party: string, firmNo = 1): Cell[] => [
  `LQ-${no}`, no, uscc(firmNo), party, '2022-03-01 09:30:15', digest.toUpperCase(),
]; // prettier-ignore
const one = async (sheets: readonly SheetText[]) => (await bench.reports(sheets))[0];

test('rows of employers that no roster knows wait, whatever the form, and are attached by the roster', async () => {
  expect(await one([contracts(contract('HT-1', 1), contract('HT-2', 1))])).toMatchObject({ form: 'C', parked: 2 });
  expect(await one([signings(signing('HT-1', '企业'), signing('HT-1', '劳动者'))])).toMatchObject({ form: 'S', parked: 2 });
  expect(await one([filings([uscc(1), null, '2022-07-01', '首次', 10, 9, 8])])).toMatchObject({ form: 'F', parked: 1 });
  expect(await one([inspections(['监1', uscc(1), null, '日常巡查', '2022-08-01', '拖欠工资', '2022-08-02', '15日'])])).toMatchObject({ form: 'I', parked: 1 });
  expect(await one([roster(firm(1), firm(2))])).toMatchObject({ inserted: 2, attached: 6 });
  const counts = `select (select count(*)::int from contract) as c, (select count(*)::int from filing) as f,
    (select count(*)::int from signing) as s, (select count(*)::int from inspection) as i`;
  expect(await bench.hub.owner(counts)).toEqual([{ c: 2, f: 1, s: 2, i: 1 }]);
  expect(await bench.hub.owner(`select correction_due_on::text as due, subject, subject_text from inspection`)).toEqual([
    { due: '2022-08-17', subject: '06', subject_text: '拖欠工资' },
  ]);
}); // prettier-ignore

test('the same again changes nothing, however it is written', async () => {
  const again = contract(' ht-1', 1, '4,500元', new Date('2025-02-28T00:00:00Z'));
  again[8] = '2025年2月28日';
  expect(await one([contracts(again)])).toMatchObject({ unchanged: 1, updated: 0 });
  const [platformNo, ...rest] = signing('HT-1', '甲方');
  const upper = [String(platformNo).toLowerCase(), ...rest];
  expect(await one([signings(upper)])).toMatchObject({ unchanged: 1, inserted: 0 });
  expect(await one([filings([uscc(1), '示例企业1', '2022.7.1', '首次备案', '10人', 9, 8])])).toMatchObject({
    unchanged: 1,
  });
  expect(await one([inspections(['监1', uscc(1), null, '巡查', '20220801', '拖欠工资', '2022-08-02', '2022-08-17'])])).toMatchObject({ unchanged: 1 }); // prettier-ignore
});

test('a correction updates; a sheet without a column leaves it', async () => {
  expect(await one([contracts(contract('HT-1', 1, 5000))])).toMatchObject({ updated: 1 });
  const without = { ...contracts(contract('HT-2', 1)), header: contracts().header.slice(0, 10) };
  const rows = without.rows.map(row => row.slice(0, 10));
  expect(await one([{ ...without, rows }])).toMatchObject({ unchanged: 1 });
  expect(
    await bench.hub.owner('select contract_no, wage, digest from contract order by contract_no'),
  ).toEqual([
    { contract_no: 'HT-1', wage: '5000.00', digest },
    { contract_no: 'HT-2', wage: '4500.00', digest },
  ]);
});

test('one number is a contract of each employer, a day has a filing of each kind', async () => {
  expect(await one([contracts(contract('HT-1', 2))])).toMatchObject({ inserted: 1 });
  expect(
    await one([
      filings(
        [uscc(1), null, '2022-07-01', '变更', 11, 9, 8],
        [uscc(1), null, '2022-07-01', '变更', 12, 9, 8],
        [uscc(2), null, '2022-07-01', '变更', 12, 13, 8],
      ),
    ]),
  ).toMatchObject({ inserted: 2, rejected: 1, issueCount: 2 });
});

test('a signature of a contract that nobody knows is kept, and told', async () => {
  const report = await one([signings(signing('HT-9', '企业', 2), signing('HT-2', '企业'))]);
  expect(report).toMatchObject({ inserted: 2, rejected: 0, issueCount: 1 });
  expect(report?.issues[0]).toMatchObject({ code: 'CONTRACT_UNKNOWN', row: 2, column: '平台合同编号' });
});

test('names and identity numbers are nowhere in the clear', async () => {
  const [row] = await bench.hub.owner<Record<string, unknown>>('select * from contract order by id limit 1');
  expect(row).toMatchObject({ worker_name_mask: '张*' });
  const shown = JSON.stringify({ ...row, worker_name_cipher: '', id_number_cipher: '' });
  expect(shown).not.toContain('张三');
  expect(shown).not.toContain(idNumber(1));
});
