import type { Day } from '../kernel/days.ts';
import { codeWriter, dayWriter, nameWriter } from './dirt.ts';
import type { DisputeRecord } from './disputes.ts';
import { syntheticUscc } from './names.ts';
import type { Random } from './random.ts';
import { signature, type Cell, type FilePlan, type SheetPlan } from './sheet-plan.ts';

const channels = { HRSS: '人社', UNION: '企业工会', COURT: '法院' };
const header = [
  '案号', '申请日期', '申请人', '申请人数', '农民工', '被申请人统一社会信用代码', '被申请人', '案由', '涉案金额（元）', '调解组织', '受理日期', '调解员',
  '结案日期', '结案方式', '协议金额（元）', '司法确认', '确认日期', '履行情况', '归档日期', '是否失业', '就业转介日期', '再就业日期', '备注',
]; // prettier-ignore
const senders = [
  { channel: 'HRSS', unit: '新区人社局', file: '争议案件台账_人社局', extension: 'xlsx' },
  { channel: 'UNION', unit: '新区总工会', file: '争议案件台账_工会', extension: 'xlsx' },
  { channel: 'COURT', unit: '新区法庭', file: '诉前调解台账_法院', extension: 'csv' },
] as const;

/** The ledgers of the three mediating bodies: two workbooks with a sheet a year, and the court's CSV. */
export function disputeFiles(random: Random, records: readonly DisputeRecord[], until: Day): FilePlan[] {
  return senders.map(sender => {
    const own = records.filter(r => r.channel === sender.channel);
    const years =
      sender.extension === 'csv' ? [''] : [...new Set(own.map(r => r.filedOn.slice(0, 4)))].sort();
    const sheets = years.map((year, i): SheetPlan => {
      const rows = own
        .filter(r => r.filedOn.startsWith(year))
        .map(r => cellsOf(random, r, sender.extension === 'csv' ? 1 : (i * 5 + 2) % 8));
      const twice = rows[7];
      if (twice) rows.splice(9, 0, [...twice]);
      return {
        name: year ? `${year}年` : '台账', titles: [`${year ? `${year}年` : ''}劳动人事争议案件台账（演示）`, `单位：${sender.unit}　填报日期：${until}`],
        header, rows, footer: [['合计', `${rows.length}件`], ...signature('演示员')],
      }; // prettier-ignore
    });
    return { fileName: `${sender.file}_${until.replaceAll('-', '')}.${sender.extension}`, sheets };
  });
}

function cellsOf(random: Random, r: DisputeRecord, habit: number): Cell[] {
  const day = dayWriter(random, habit);
  const byName = random.chance(0.05);
  const known = r.flaw !== 'UNKNOWN_EMPLOYER';
  const code = known ? codeWriter(random)(r.employer.uscc) : syntheticUscc('91', 910_000);
  return [
    r.caseNo, r.flaw === 'IMPOSSIBLE_DAY' ? `${r.filedOn.slice(0, 4)}-02-30` : day(r.filedOn), r.applicant, r.applicants, r.migrant ? '是' : '否', byName && known ? null : code,
    known ? nameWriter(random)(r.employer.name) : '柳东丙寅丁卯未登记公司', r.cause, random.chance(0.03) ? `${(r.amount / 10_000).toFixed(4)}万元` : r.amount, channels[r.channel],
    day(r.acceptedOn), r.mediator, day(r.closedOn), r.outcome || null, r.settlement ?? null, r.closedOn ? (r.confirmedOn ? '是' : '否') : null,
    day(r.confirmedOn), r.performance || null, day(r.archivedOn), r.jobLost ? '是' : '否', day(r.referredOn), day(r.reemployedOn), null,
  ]; // prettier-ignore
}
