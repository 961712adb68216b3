import { uscc, type Cell, type SheetText } from '../ingest/support.ts';

/** Two digests that differ. */
export const [digestA, digestB] = ['a'.repeat(64), 'b'.repeat(64)];
/** Identity numbers that check. */
export const workers = ['450200199003078010', '450200199003078037', '450200199003078053'];

/** Form C: each row a faultless electronic contract of the first employer, but for what is said. */
export const contracts = (...rows: Record<string, Cell>[]): SheetText => {
  const whole = rows.map((row, i) => ({
    合同编号: `HT-${i + 1}`, 统一社会信用代码: uscc(1), 劳动者姓名: '甲测试', 身份证号: workers[i] ?? workers[0] ?? '',
    合同类型: '无固定期限', 签订日期: '2022-01-01', 起始日期: '2022-01-01', 终止日期: null, 签订方式: '电子',
    平台合同编号: `P-${i + 1}`, 文件摘要: digestA, ...row,
  })); // prettier-ignore
  return sheetOf('合同', whole);
};
/** Form S: each row the employer's signature on P-1, but for what is said. */
export const signings = (...rows: Record<string, Cell>[]): SheetText =>
  sheetOf(
    '签署',
    rows.map(row => ({
      平台合同编号: 'P-1', 统一社会信用代码: uscc(1), 签署方: '企业', 签署时间: '2022-01-01 09:00:00', 文件摘要: digestA, ...row,
    })), // prettier-ignore
  );
/** Form F: each row an annual filing, but for what is said. */
export const filings = (...rows: Record<string, Cell>[]): SheetText =>
  sheetOf(
    '备案',
    rows.map(row => ({
      统一社会信用代码: uscc(1), 备案日期: '2022-06-01', 备案类型: '年度', 用工总数: 101, 签订劳动合同人数: 1, 参加社会保险人数: 1, ...row,
    })), // prettier-ignore
  );
/** Form U: an employer's union of its own, with so many members. */
export const unions = (...members: (readonly [n: number, members: number])[]): SheetText =>
  sheetOf(
    '工会',
    members.map(([n, count]) => ({ 统一社会信用代码: uscc(n), 建会形式: '独立建会', 建会日期: '2021-01-01', 会员人数: count })), // prettier-ignore
  );
function sheetOf(name: string, rows: readonly Record<string, Cell>[]): SheetText {
  const header = Object.keys(rows[0] ?? {});
  return { name, header, rows: rows.map(row => header.map(column => row[column] ?? null)) };
}
