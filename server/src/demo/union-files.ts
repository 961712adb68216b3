import type { Day } from '../kernel/days.ts';
import { codeWriter, countWriter, dayWriter, nameWriter } from './dirt.ts';
import { syntheticUscc } from './names.ts';
import type { Random } from './random.ts';
import { signature, type Cell, type FilePlan } from './sheet-plan.ts';
import { unionAsOf, type UnionRecord } from './unions.ts';

const forms = { OWN: '独立建会', JOINT: '联合建会', REGIONAL: '区域行业覆盖', NONE: '未建会' };
const groups = ['', '', '', '', '', '', '', '', '集体合同', '集体合同', '工资专项集体合同', '工资专项集体合同', '女职工专项集体合同', '', '']; // prettier-ignore
const header = [
  '序号', '统一社会信用代码', '企业名称', '建会形式', '工会名称', '建会日期', '撤销日期', '会员人数', '起始日期', '终止日期', '起始日期', '终止日期',
  '终止日期', '职代会', '厂务公开',
]; // prettier-ignore

/** The table of 总工会 on one day, under a two-row header; the chairs stand on a column of their own at the end. */
export function unionFile(random: Random, unions: readonly UnionRecord[], statedOn: Day): FilePlan {
  const [day, count, code, name] = [
    dayWriter(random, 2),
    countWriter(random),
    codeWriter(random),
    nameWriter(random),
  ];
  const flag = (value: boolean): string => (value ? '是' : '否');
  const rows = unions
    .flatMap(u => unionAsOf(u, statedOn) ?? [])
    .map((u, i): Cell[] => [
      i + 1, code(u.employer.uscc), name(u.employer.name), forms[u.form], u.name || null, day(u.foundedOn), day(u.dissolvedOn),
      count(u.members), day(u.collective?.[0]), day(u.collective?.[1]), day(u.wage?.[0]), day(u.wage?.[1]), day(u.womenTo),
      flag(u.congress), flag(u.disclosure), u.chair ?? null,
    ]); // prettier-ignore
  // Two employers that the roster does not know yet: their rows wait.
  for (const [i, label] of ['柳东甲子甲丑筹建公司', '柳东乙丑乙寅筹建公司'].entries()) {
    rows.push([
      rows.length + 1,
      syntheticUscc('91', 900_000 + i),
      label,
      '独立建会',
      `${label}工会`,
      '2025-3-1',
      null,
      12,
      null,
      null,
      null,
      null,
      null,
      '否',
      '否',
      null,
    ]);
  }
  return {
    fileName: `工会建设情况表_${statedOn.replaceAll('-', '')}.xlsx`,
    sheets: [{
      name: '工会建设', titles: ['工会建设情况表（演示）', `填报单位：新区总工会　填报日期：${statedOn}`],
      groups: [...groups, ''], header: [...header, '工会主席'], rows,
      footer: [['合计', null, null, null, null, null, null, unions.reduce((s, u) => s + u.members, 0)], ...signature('演示员')],
    }],
  }; // prettier-ignore
}
