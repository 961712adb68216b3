import { nameKey } from '../../kernel/text.ts';
import { defineSource, type Judgement, type Row, type StagedIssue } from '../../ingest/define-source.ts';
import { endBeforeStart, oddOrder } from '../../ingest/judging.ts';
import { wordList } from '../../ingest/words.ts';
import { causeWords } from './cause-words.ts';

const channelWords = wordList({
  UNION: ['企业工会', '工会', '总工会', '工会组织'],
  HRSS: ['人社', '人社局', '人社部门', '人力资源和社会保障局'],
  COURT: ['法院', '人民法院'],
});
const outcomeWords = wordList({
  SETTLED: ['调解成功', '调解成立', '达成调解'],
  FAILED: ['调解不成', '调解不成功', '调解失败', '调解未成功'],
  WITHDRAWN: ['撤回', '撤回申请', '撤销申请', '撤诉'],
  TO_ARBITRATION: ['转仲裁', '转送仲裁'],
  TO_COURT: ['转诉讼', '转法院'],
  NOT_ACCEPTED: ['不予受理', '未予受理'],
});
const performanceWords = wordList({
  DONE: ['已履行', '全部履行', '履行完毕', '已全部履行'],
  PARTIAL: ['部分履行', '已部分履行'],
  NONE: ['未履行', '尚未履行'],
});

const filed = ['filedOn', '申请日期'] as const;
const accepted = ['acceptedOn', '受理日期'] as const;
const closed = ['closedOn', '结案日期'] as const;

function judge(row: Row): Judgement {
  const issues: StagedIssue[] = [
    ...endBeforeStart(row, filed, closed),
    ...endBeforeStart(row, accepted, closed),
  ];
  const caseNo = row['caseNo'];
  return { issues, derived: { caseKey: typeof caseNo === 'string' ? nameKey(caseNo) : null } };
}

function warn(row: Row): StagedIssue[] {
  return [
    ...oddOrder(row, filed, accepted),
    ...oddOrder(row, closed, ['archivedOn', '归档日期']),
    ...oddOrder(row, filed, ['confirmedOn', '确认日期']),
  ];
}

/** Form D, the register of disputes: one row for each case, from three bodies of mediation. */
export const disputeSource = defineSource({
  form: 'D',
  title: { zh: '劳动人事争议案件台账', en: 'Disputes' },
  owner: { zh: '人社局、工会、法院', en: 'HR Bureau, unions and court' },
  staleAfter: 31,
  table: 'dispute',
  type: 'Dispute',
  key: ['caseKey'],
  employer: { code: 'uscc', name: 'respondentName' },
  channel: 'channel',
  columns: {
    caseNo: { header: '案号', kind: 'IDENTIFIER', required: true },
    filedOn: { header: '申请日期', kind: 'DAY', required: true, within: 'BOTH' },
    applicant: { header: '申请人', kind: 'PERSON' },
    applicants: { header: '申请人数', kind: 'INTEGER', critical: true, whenEmpty: 1 },
    migrant: { header: '农民工', kind: 'FLAG' },
    uscc: {
      header: '被申请人统一社会信用代码',
      synonyms: ['被申请人信用代码', '统一社会信用代码', '信用代码', '社会信用代码', '统一信用代码', 'USCC'],
      kind: 'USCC',
      matchOnly: true,
    },
    respondentName: {
      header: '被申请人',
      synonyms: ['被申请人名称', '被申请单位', '用人单位', '企业名称', '单位名称', '用人单位名称'],
      kind: 'TEXT',
      required: true,
    },
    cause: { header: '案由', kind: 'WORD', words: causeWords, required: true },
    amount: { header: '涉案金额', kind: 'MONEY', critical: true },
    channel: {
      header: '调解渠道',
      synonyms: ['调解组织'],
      kind: 'WORD',
      words: channelWords,
      required: true,
    },
    acceptedOn: { header: '受理日期', kind: 'DAY', within: 'REPORT' },
    mediator: { header: '调解员', kind: 'TEXT' },
    closedOn: { header: '结案日期', kind: 'DAY', within: 'REPORT' },
    outcome: { header: '结案方式', kind: 'WORD', words: outcomeWords },
    settlementAmount: { header: '协议金额', kind: 'MONEY' },
    confirmed: { header: '司法确认', kind: 'FLAG' },
    confirmedOn: { header: '确认日期', kind: 'DAY', within: 'REPORT' },
    performance: { header: '履行情况', kind: 'WORD', words: performanceWords },
    archivedOn: { header: '归档日期', kind: 'DAY', within: 'REPORT' },
    jobLost: { header: '是否失业', kind: 'FLAG' },
    referredOn: { header: '就业转介日期', kind: 'DAY', within: 'REPORT' },
    reemployedOn: { header: '再就业日期', kind: 'DAY', within: 'REPORT' },
  },
  derived: { caseKey: ['caseNo'], causeText: ['cause'] },
  judge,
  warn,
});
