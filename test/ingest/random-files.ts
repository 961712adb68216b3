import fc from 'fast-check';
import { idNumber } from '../../server/src/demo/names.ts';
import {
  certificationHeader, disputeHeader, rosterHeader, unionHeader, uscc, type Cell, type SheetText,
} from './support.ts'; // prettier-ignore

/** One department file: every sheet states the same day of report. */
export type RandomFile = readonly SheetText[];

const firms = [1, 2, 3];
const names = [...firms.map(n => `示例企业${n}`), '同名公司', '新名公司'];
const number = fc.integer({ min: 1, max: 3 });
const coin = fc.boolean();

/** Whom rows speak of: each by its code, or by a name alone; a file may say one thing twice, in other words. */
const whom: fc.Arbitrary<readonly (readonly [string | null, string])[]> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(1, 2, 3, 4), { maxLength: 3 }),
    fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
    coin,
  )
  .filter(([codes, bare]) => codes.length + bare.length > 0)
  .map(([codes, bare, namesFirst]) => {
    const coded = codes.map(n => [uscc(n), `示例企业${n}`] as const);
    const named = bare.map(name => [null, name] as const);
    return namesFirst ? [...named, ...coded] : [...coded, ...named];
  });

type Sketch = (day: string) => SheetText;
const sheet =
  (name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): Sketch =>
  day => ({ name, header, rows, title: [[`填报日期：${day}`]] });

/** Leaves the last column out, so that another file may be the only one that speaks of it. */
const narrowed = (wide: boolean, header: readonly string[], rows: readonly (readonly Cell[])[]) =>
  wide ? ([header, rows] as const) : ([header.slice(0, -1), rows.map(row => row.slice(0, -1))] as const);

const roster = fc
  .tuple(
    fc.uniqueArray(
      fc.record({
        n: fc.constantFrom(...firms),
        name: fc.constantFrom(...names),
        staff: number,
        closed: coin,
      }),
      { minLength: 1, selector: row => row.n },
    ),
    coin,
  )
  .map(([rows, wide]): Sketch => {
    const cells = rows.map(({ n, name, staff, closed }): Cell[] => [
      uscc(n), name, '雒容镇', '制造业', staff, '2015-01-01', closed ? '停业' : '存续', `法人${staff}`, `地址${staff}`,
    ]); // prettier-ignore
    return sheet('名录', ...narrowed(wide, [...rosterHeader.slice(0, 8), '注册地址'], cells));
  });

const unions = fc.tuple(whom, number, coin).map(([who, members, wide]): Sketch => {
  const rows = who.map(([code, name]): Cell[] => [
    code,
    name,
    '独立建会',
    '2018-03-01',
    members,
    `主席${members}`,
  ]);
  return sheet('工会', ...narrowed(wide, unionHeader, rows));
});

const contracts = fc.tuple(whom, number, number, coin).map(([who, no, wage, wide]): Sketch => {
  const header = ['合同编号', '统一社会信用代码', '用人单位', '劳动者姓名', '身份证号', '合同类型', '签订日期', '起始日期', '签订方式', '月工资']; // prettier-ignore
  const rows = who.map(([code, name]): Cell[] => [
    `HT-${no}`, code, name, '张三', idNumber(no), '无固定期限', '2022-03-01', '2022-03-01', '纸质', wage * 1000,
  ]); // prettier-ignore
  return sheet('合同', ...narrowed(wide, header, rows));
});

const filings = fc.tuple(whom, number, number).map(([who, month, workers]): Sketch => {
  const header = ['统一社会信用代码', '企业名称', '备案日期', '备案类型', '用工总数', '签订劳动合同人数', '参加社会保险人数']; // prettier-ignore
  return sheet('备案', header, who.map(([code, name]): Cell[] => [code, name, `2022-0${month}-01`, '年度', workers, workers, 1])); // prettier-ignore
});

const signings = fc.tuple(number, number, number).map(([no, firm, minute]): Sketch => {
  const header = ['平台合同编号', '合同编号', '统一社会信用代码', '签署方', '签署时间', '文件摘要'];
  const row = (party: string): Cell[] => [`LQ-${no}`, `HT-${no}`, uscc(firm), party, `2022-03-01 09:0${minute}:00`, 'ab'.repeat(32)]; // prettier-ignore
  return sheet('签署', header, [row('企业'), row('劳动者')]);
});

const disputes = fc
  .tuple(fc.uniqueArray(number, { minLength: 1 }), fc.constantFrom(...firms, 4), coin, fc.constantFrom(...names), number, coin)
  .map(([cases, n, coded, name, amount, wide]): Sketch => {
    const header = [...disputeHeader, '调解员'];
    const rows = cases.map((no): Cell[] => [
      `柳调${no}号`, '2022-05-01', '张三丰', coded ? uscc(n) : null, coded ? `示例企业${n}` : name, '劳动报酬', amount, '企业工会', `调解员${amount}`,
    ]); // prettier-ignore
    return sheet('案件', ...narrowed(wide, header, rows));
  }); // prettier-ignore

const certifications = fc.tuple(whom, coin, coin).map(([who, early, wide]): Sketch => {
  const rows = who.map(([code, name]): Cell[] => [
    code, name, early ? '2022-03-01' : '2022-04-01', 9, 3, 3, '2022-03-10', '2022-04-01', '2022-04-10', '网站、公告栏', 0, '2022-04-20',
  ]); // prettier-ignore
  return sheet('认定', ...narrowed(wide, certificationHeader, rows));
});

const inspections = fc.tuple(number, fc.constantFrom(...firms, 4), number).map(([no, n, people]): Sketch => {
  const header = ['案件编号', '统一社会信用代码', '企业名称', '来源', '检查日期', '涉及人数'];
  return sheet('监察', header, [[`监${no}`, uscc(n), null, '日常巡查', '2022-08-01', people]]);
});

const sketches = fc
  .tuple(
    ...[roster, roster, unions, contracts, filings, signings, disputes, certifications, inspections].map(one =>
      fc.option(one, { freq: 3 }),
    ),
  )
  .map(some => some.filter(one => one !== null))
  // One roster a file: two would say different things of one employer.
  .map(some => some.filter((one, i) => one('').name !== '名录' || some.findIndex(other => other('').name === '名录') === i)); // prettier-ignore

const days = ['2022-01-31', '2022-02-28', '2022-03-31'];

/** Three files of one small district, reported on three days. */
export const threeFiles: fc.Arbitrary<readonly RandomFile[]> = fc
  .tuple(...days.map(() => sketches))
  .filter(files => files.every(file => file.length > 0))
  .map(files => files.map((file, i) => file.map(one => one(days[i] ?? ''))));
