import type { Day } from '../kernel/days.ts';
import type { CertificationRecord } from './certifications.ts';
import { codeWriter, dayWriter, nameWriter } from './dirt.ts';
import type { Random } from './random.ts';
import { signature, type Cell, type FilePlan, type SheetPlan } from './sheet-plan.ts';

const header = [
  '序号', '统一社会信用代码', '企业名称', '申报日期', '自评得分', '参加人数', '工会代表人数', '职工代表人数', '厂内公示日期', '审核得分',
  '公示开始日期', '公示结束日期', '公示渠道', '异议数', '认定日期', '认定等级', '证书编号', '有效期至', '撤销日期', '撤销原因', '状态',
]; // prettier-ignore

/** The ledger of the leading group's office: one sheet for each year of filing, and a draft left hidden. */
export function certificationFile(
  random: Random,
  records: readonly CertificationRecord[],
  statedOn: Day,
): FilePlan {
  const years = [...new Set(records.map(r => r.filedOn.slice(0, 4)))].sort();
  const sheets = years.map((year, i): SheetPlan => {
    const ofYear = records
      .filter(r => r.filedOn.startsWith(year))
      .sort((a, b) => (a.filedOn < b.filedOn ? -1 : 1));
    const rows = ofYear.map((record, n) => [n + 1, ...cellsOf(random, record, i % 6)]);
    return {
      name: `${year}年`, titles: [`${year}年和谐企业认定台账（演示）`, `单位：领导小组办公室　填报日期：${statedOn}`],
      header, rows, footer: [['合计', `${rows.length}家`], ...signature('演示员')],
    }; // prettier-ignore
  });
  const draft = sheets[0];
  if (draft) sheets.push({ ...draft, name: '草稿', hidden: true, rows: draft.rows.slice(0, 3), footer: [] });
  return { fileName: `和谐企业认定台账_${statedOn.replaceAll('-', '')}.xlsx`, sheets };
}

function cellsOf(random: Random, r: CertificationRecord, habit: number): Cell[] {
  const day = dayWriter(random, habit);
  const status = r.revokedOn
    ? '已撤销'
    : r.certifiedOn
      ? '已认定'
      : r.noticeFrom
        ? '公示中'
        : r.reviewScore
          ? '已审核'
          : '已申报';
  return [
    codeWriter(random)(r.employer.uscc), nameWriter(random)(r.employer.name), day(r.filedOn), r.selfScore, r.participants,
    r.unionRepresentatives, r.workerRepresentatives, day(r.internalNoticeOn), r.reviewScore ?? null, day(r.noticeFrom), day(r.noticeTo),
    r.channels, r.certifiedOn ? r.objections : null, day(r.certifiedOn), r.certifiedOn ? r.grade : null, r.certificateNo || null,
    null, day(r.revokedOn), r.revocationReason || null, status,
  ]; // prettier-ignore
}
