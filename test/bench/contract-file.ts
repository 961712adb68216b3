import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import ExcelJS from 'exceljs';
import { addDays } from '../../server/src/kernel/days.ts';
import { hasValidOrganisationCode, usccCheckCharacter } from '../../server/src/kernel/uscc.ts';

/** Headers of form C, in the order of the specification. */
export const contractHeaders = [
  '合同编号', '统一社会信用代码', '用人单位', '劳动者姓名', '身份证号', '合同类型', '签订日期', '起始日期', '终止日期',
  '签订方式', '签署平台', '平台合同编号', '文件摘要', '岗位', '月工资', '解除日期', '合同状态',
]; // prettier-ignore

/** The n-th employer's code: both check characters are right. */
export function employerCode(n: number): string {
  for (const check of '0123456789X') {
    const first = `91450299${String(60_000_000 + n)}${check}`;
    const code = first + (usccCheckCharacter(first) ?? '');
    if (hasValidOrganisationCode(code)) return code;
  }
  throw new Error(`no code for ${n}`);
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An identity number of a place that does not exist (450299), with the right check digit. */
function idNumber(n: number): string {
  const born = addDays('1965-01-01', n % 14_000).replaceAll('-', '');
  const first = `450299${born}${String(Math.floor(n / 14_000) % 1000).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first[i]), 0);
  return first + '10X98765432'.charAt(sum % 11);
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'.split('');
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红梅建国志'.split('');
const posts = ['操作工', '质检员', '装配工', '会计', '仓管员', '焊工', '司机', '班组长'];

/** The n-th contract as its department would write it. */
export function contractRow(n: number, employers: number): string[] {
  const pick = (list: readonly string[], by: number): string => list[by % list.length] ?? '';
  const fixed = n % 5 !== 0;
  const electronic = n % 3 !== 0;
  const starts = addDays('2019-01-01', n % 2500);
  const employer = n % employers;
  return [
    `LD${String(n).padStart(8, '0')}`, employerCode(employer), `柳东测试第${employer}制造有限公司`,
    pick(surnames, n * 7) + pick(given, n * 11) + pick(given, n * 13), idNumber(n), fixed ? '固定期限' : '无固定期限',
    addDays(starts, -3), starts, fixed ? addDays(starts, 1095) : '', electronic ? '电子' : '纸质',
    electronic ? '乐签' : '', electronic ? `LQ${String(n).padStart(10, '0')}` : '',
    electronic ? createHash('sha256').update(String(n)).digest('hex') : '', pick(posts, n), String(3000 + (n % 90) * 50),
    '', '',
  ]; // prettier-ignore
}

/** Writes a contract library of so many rows as UTF-8 with commas. */
export async function writeContracts(path: string, rows: number, employers: number): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${contractHeaders.join(',')}\r\n`);
  for (let n = 0; n < rows; n += 1000) {
    const lines: string[] = [];
    for (let i = n; i < Math.min(rows, n + 1000); i++) lines.push(contractRow(i, employers).join(','));
    if (!out.write(`${lines.join('\r\n')}\r\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

/** Writes further contracts, from the given number on, as a workbook with dates and wages as a spreadsheet holds them. */
export async function writeContractWorkbook(
  path: string,
  rows: number,
  employers: number,
  from: number,
): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
  const sheet = book.addWorksheet('电子合同库');
  sheet.addRow(contractHeaders).commit();
  for (let n = from; n < from + rows; n++) {
    const row = contractRow(n, employers).map((text, column) => {
      if (column >= 6 && column <= 8 && text) return new Date(`${text}T00:00:00Z`);
      return column === 14 ? Number(text) : text || null;
    });
    sheet.addRow(row).commit();
  }
  await book.commit();
}
