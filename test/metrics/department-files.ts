import {
  certifications,
  certified,
  disputeHeader,
  firm,
  roster,
  uscc,
  type Cell,
  type SheetText,
} from '../ingest/support.ts';

const sheet = (name: string, header: string, rows: Cell[][]): SheetText => ({
  name,
  header: header.split(','),
  rows,
});
const [one, two, three] = [uscc(1), uscc(2), uscc(3)] as const;
const named = (n: number): string => `示例企业${n}`;

/** An identity number whose check digit is right. */
export function identity(n: number): string {
  const first = `45020019900307${String(800 + n)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first[i]), 0);
  return first + '10X98765432'.charAt(sum % 11);
}

const term = ['固定期限', '2022-01-01'] as const;
const library = 'ab'.repeat(32);

/** One workbook of each department's form, about three employers; what follows from them stands in the test. */
export const departmentFiles: Readonly<Record<string, SheetText[]>> = {
  E: [roster(
    [...firm(1).slice(0, 4), 100, ...firm(1).slice(5)],
    [...firm(2).slice(0, 4), 4, ...firm(2).slice(5)],
    [...firm(3).slice(0, 4), 10, ...firm(3).slice(5)],
  )],
  U: [sheet('工会', '统一社会信用代码,企业名称,建会形式,建会日期,会员人数,集体合同起始日期,集体合同终止日期', [
    [one, named(1), '独立建会', '2018-03-01', 95, '2021-09-01', '2022-08-31'],
    [two, named(2), '未建会', null, 0, null, null],
  ])],
  C: [sheet('合同', '合同编号,统一社会信用代码,用人单位,劳动者姓名,身份证号,合同类型,签订日期,起始日期,终止日期,签订方式,平台合同编号,文件摘要', [
    ['HT1', one, named(1), '甲一', identity(1), ...term, '2022-01-01', '2022-12-31', '电子', 'P1', null],
    ['HT2', one, named(1), '甲一', identity(1), ...term, '2022-06-01', '2022-08-31', '纸质', null, null],
    ['HT3', one, named(1), '乙二', identity(2), '无固定期限', '2022-01-01', '2022-01-01', null, '电子', 'P2', library],
    ['HT4', two, named(2), '丙三', identity(3), '无固定期限', '2022-01-01', '2022-01-01', null, '纸质', null, null],
    ['HT5', two, named(2), '丁四', identity(4), '无固定期限', '2022-01-01', '2022-01-01', null, '纸质', null, null],
  ])],
  F: [sheet('备案', '统一社会信用代码,企业名称,备案日期,备案类型,用工总数,签订劳动合同人数,参加社会保险人数', [
    [one, named(1), '2022-05-01', '年度', 90, 90, 95],
    [two, named(2), '2022-06-01', '变更', 9, 9, 9],
    [two, named(2), '2022-06-01', '年度', 6, 6, 3],
  ])],
  S: [sheet('签署', '平台合同编号,统一社会信用代码,签署方,签署时间,文件摘要', [
    ['P1', one, '企业', '2022-01-02 10:00:00', 'CD'.repeat(32)],
    ['P1', one, '劳动者', '2022-01-02 11:00:00', 'cd'.repeat(32)],
    ['P2', one, '企业', '2022-01-02 10:00:00', 'cd'.repeat(32)],
    ['P2', one, '劳动者', '2022-01-02 11:00:00', 'cd'.repeat(32)],
  ])],
  D: [sheet('案件', [...disputeHeader, '结案日期', '结案方式'].join(), [
    ['劳调1', '2022-04-01', '张三丰', one, named(1), '劳动报酬', 1200, '企业工会', '2022-04-10', '调解成功'],
    ['劳调2', '2022-08-20', '张三丰', three, named(3), '劳动报酬', '0.05', '企业工会', null, null],
  ])],
  A: [certifications(certified(one, named(1)))],
  I: [sheet('监察', '案件编号,统一社会信用代码,企业名称,来源,检查日期,问题类别,是否立案,责令改正日期,整改期限,整改完成日期,约谈日期,守法诚信等级', [
    ['JC1', one, named(1), '日常巡查', '2022-03-01', '工资支付', null, '2022-03-02', '15日', '2022-03-17', null, 'A'],
    ['JC2', two, named(2), '举报投诉', '2022-08-31', '社会保险', '是', null, null, null, '2022-08-30', 'C'],
  ])],
}; // prettier-ignore
