import type { Day } from '../kernel/days.ts';
import { codeWriter, dayWriter, nameWriter } from './dirt.ts';
import type { InspectionRecord } from './inspections.ts';
import type { Random } from './random.ts';
import { signature, type Cell, type FilePlan, type SheetPlan } from './sheet-plan.ts';

const header = [
  '序号', '案件编号', '统一社会信用代码', '企业名称', '来源', '渠道', '检查日期', '问题类别', '涉及人数', '涉及金额（元）', '是否立案', '立案日期', '责令改正日期',
  '整改期限', '整改完成日期', '结案日期', '处理结果', '约谈日期', '约谈对象', '守法诚信等级',
]; // prettier-ignore

/** The register of labour security inspection, a sheet a year; limits stand as days in some years, as dates in others. */
export function inspectionFile(random: Random, records: readonly InspectionRecord[], statedOn: Day): FilePlan {
  const [code, name] = [codeWriter(random), nameWriter(random)];
  const years = [...new Set(records.map(r => r.checkedOn.slice(0, 4)))].sort();
  const sheets = years.map((year, i): SheetPlan => {
    const day = dayWriter(random, (i * 3) % 8);
    const rows = records
      .filter(r => r.checkedOn.startsWith(year))
      .map((r, n): Cell[] => [
        n + 1, r.caseNo, code(r.employer.uscc), name(r.employer.name), r.source, r.mode, day(r.checkedOn),
        r.subject === '工资支付' && random.chance(0.3) ? '拖欠工资' : (r.subject ?? null), r.people ?? null, r.amount ?? null,
        r.filedOn ? '是' : '否', day(r.filedOn), day(r.orderedOn), r.dueOn ? (i % 2 ? `${r.days}日` : day(r.dueOn)) : null, day(r.correctedOn),
        day(r.closedOn), r.result ?? null, day(r.summonsOn), r.summonsTarget ?? null, r.grade ?? null,
      ]);
    return {
      name: `${year}年`, titles: [`${year}年劳动保障监察台账（演示）`, `单位：劳动保障监察大队　填报日期：${statedOn}`],
      header, rows, footer: [['合计', `${rows.length}件`], ...signature('演示员')],
    };
  });
  return { fileName: `劳动保障监察台账_${statedOn.replaceAll('-', '')}.xlsx`, sheets };
} // prettier-ignore
