import type { Day } from '../kernel/days.ts';
import { codeWriter, countWriter, dayWriter, nameWriter } from './dirt.ts';
import type { FilingRecord } from './filings.ts';
import type { Random } from './random.ts';
import { signature, type Cell, type FilePlan } from './sheet-plan.ts';

const header = [
  '序号', '统一社会信用代码', '企业名称', '备案编号', '备案类型', '备案日期', '用工总数（人）', '签订劳动合同人数', '参加社会保险人数', '劳务派遣人数', '非全日制人数',
  '农民工人数', '规章制度备案', '特殊工时审批', '最低月工资（元）',
]; // prettier-ignore

/** The filings of all years, saved as “Unicode text” from a spreadsheet: UTF-16 with tabs. */
export function filingFile(random: Random, filings: readonly FilingRecord[], statedOn: Day): FilePlan {
  const [day, count, code, name] = [dayWriter(random, 3), countWriter(random), codeWriter(random), nameWriter(random)];
  const sorted = [...filings].sort((a, b) => a.filedOn.localeCompare(b.filedOn));
  const rows = sorted.map((f, i): Cell[] => [
    i + 1, code(f.employer.uscc), name(f.employer.name), f.filingNo, f.kind, day(f.filedOn), count(f.workers), count(f.contracted),
    count(f.insured), f.dispatched || null, f.partTime || null, count(f.migrant), f.rulesFiled ? '是' : '否', f.specialHours ? '√' : null, f.lowestWage,
  ]);
  const estimate = rows[Math.floor(rows.length / 3)];
  if (estimate) rows.push([rows.length + 1, estimate[1] ?? null, estimate[2] ?? null, null, '变更', '2026.1.9', '约30人', 28, 27, null, null, null, '是', null, null]);
  const sheet = {
    name: '备案', titles: ['一户一册备案信息库（演示）', `单位：新区人社局　填报日期：${statedOn}`],
    header, rows, footer: signature('演示员'),
  };
  return { fileName: `一户一册备案_${statedOn.replaceAll('-', '')}.csv`, sheets: [sheet], text: 'UTF-16LE' };
} // prettier-ignore
