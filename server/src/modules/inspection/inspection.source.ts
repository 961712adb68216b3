import { addDays } from '../../kernel/days.ts';
import { nameKey } from '../../kernel/text.ts';
import { defineSource, type Judgement, type Row, type StagedIssue } from '../../ingest/define-source.ts';
import { issue } from '../../ingest/issue-texts.ts';
import { countIn, dayIn, endBeforeStart, oddOrder } from '../../ingest/judging.ts';
import { wordList } from '../../ingest/words.ts';
import { subjectWords } from './subject-words.ts';

const sourceWords = wordList({
  PATROL: ['日常巡查', '巡查', '日常巡视检查', '日常巡视', '日常检查'],
  COMPLAINT: ['举报投诉', '投诉举报', '举报', '投诉'],
  WRITTEN_REVIEW: ['书面审查', '书面材料审查', '书审'],
  CAMPAIGN: ['专项检查', '专项', '专项行动'],
});
const modeWords = wordList({ ONLINE: ['线上', '网上', '网络'], OFFLINE: ['线下', '现场', '实地'] });
const gradeWords = wordList({ A: ['A级', '甲级'], B: ['B级', '乙级'], C: ['C级', '丙级'] }, 'A、B、C');

const checked = ['checkedOn', '检查日期'] as const;
const filed = ['filedOn', '立案日期'] as const;
const ordered = ['correctionOrderedOn', '责令改正日期'] as const;
const due = ['correctionDueOn', '整改期限'] as const;
const closed = ['closedOn', '结案日期'] as const;

function judge(row: Row): Judgement {
  const caseNo = row['caseNo'];
  const [days, start] = [countIn(row, 'correctionDueOnDays'), dayIn(row, 'correctionOrderedOn')];
  const counted = days === null || start === null ? null : addDays(start, days);
  const derived = {
    caseKey: typeof caseNo === 'string' ? nameKey(caseNo) : null,
    correctionDueOn: days === null ? dayIn(row, 'correctionDueOn') : counted,
  };
  const issues: StagedIssue[] = [
    ...endBeforeStart({ ...row, ...derived }, ordered, due),
    ...endBeforeStart(row, checked, closed),
    ...endBeforeStart(row, filed, closed),
  ];
  if (days !== null && start === null)
    issues.push(issue('DEADLINE_WITHOUT_START', '整改期限', { days, start: '责令改正日期' }));
  return { issues, derived };
}

function warn(row: Row): StagedIssue[] {
  const contradicts = row['filed'] === false && row['filedOn'] !== null;
  return [
    ...oddOrder(row, checked, filed),
    ...oddOrder(row, checked, ordered),
    ...oddOrder(row, ordered, ['correctedOn', '整改完成日期']),
    ...(contradicts ? [issue('FILED_ON_WHILE_NOT_FILED', '立案日期')] : []),
  ];
}

/** Form I, the register of labour security inspection: one row for each case. */
export const inspectionSource = defineSource({
  form: 'I',
  title: { zh: '劳动保障监察台账', en: 'Inspections' },
  owner: { zh: '人社局（监察）', en: 'HR Bureau (inspection)' },
  staleAfter: 31,
  table: 'inspection',
  type: 'Inspection',
  key: ['caseKey'],
  employer: { code: 'uscc', name: 'employerName' },
  columns: {
    caseNo: { header: '案件编号', synonyms: ['监察案号'], kind: 'IDENTIFIER', required: true },
    uscc: { header: '统一社会信用代码', kind: 'USCC', required: true, matchOnly: true },
    employerName: { header: '企业名称', kind: 'TEXT', matchOnly: true },
    source: { header: '来源', synonyms: ['案件来源', '检查来源'], kind: 'WORD', words: sourceWords, required: true },
    mode: { header: '渠道', synonyms: ['检查渠道'], kind: 'WORD', words: modeWords },
    checkedOn: { header: '检查日期', kind: 'DAY', required: true, within: 'BOTH' },
    subject: { header: '问题类别', synonyms: ['问题类型', '违法类别'], kind: 'WORD', words: subjectWords },
    people: { header: '涉及人数', kind: 'INTEGER' },
    amount: { header: '涉及金额', kind: 'MONEY' },
    filed: { header: '是否立案', kind: 'FLAG' },
    filedOn: { header: '立案日期', kind: 'DAY', within: 'REPORT' },
    correctionOrderedOn: { header: '责令改正日期', synonyms: ['责令整改日期'], kind: 'DAY', within: 'REPORT' },
    correctionDueOn: { header: '整改期限', synonyms: ['整改期限（日）', '整改期限（天）', '整改截止日期'], kind: 'DEADLINE' },
    correctedOn: { header: '整改完成日期', kind: 'DAY', within: 'REPORT' },
    closedOn: { header: '结案日期', kind: 'DAY', within: 'REPORT' },
    result: { header: '处理结果', kind: 'TEXT' },
    summonsOn: { header: '约谈日期', kind: 'DAY', within: 'REPORT' },
    summonsTarget: { header: '约谈对象', kind: 'PERSON' },
    grade: { header: '守法诚信等级', synonyms: ['诚信等级', '劳动保障守法诚信等级'], kind: 'WORD', words: gradeWords },
  }, // prettier-ignore
  derived: {
    caseKey: ['caseNo'],
    subjectText: ['subject'],
    correctionDueOnDays: ['correctionDueOn'],
    correctionDueOn: ['correctionDueOn'],
  },
  judge,
  warn,
});
