import { nameKey } from '../../kernel/text.ts';
import { defineSource, type Judgement, type Row, type StagedIssue } from '../../ingest/define-source.ts';
import { departments } from '../../ingest/define-departments.ts';
import { issue } from '../../ingest/issue-texts.ts';
import { dayIn, endBeforeStart, oddOrder } from '../../ingest/judging.ts';
import { wordList } from '../../ingest/words.ts';

const kindWords = wordList({
  FIXED: ['固定期限', '固定', '有固定期限', '固定期限劳动合同', '固定期限合同'],
  OPEN_ENDED: ['无固定期限', '无固定', '无固定期限劳动合同', '无固定期限合同'],
  TASK_BASED: [
    '以完成一定工作任务为期限', '以完成一定任务为期限', '完成一定工作任务', '完成一定工作任务为期限', '一定工作任务',
    '以完成一定工作任务为期限的劳动合同', '工作任务', '任务期限',
  ],
}); // prettier-ignore
// 是否电子 is another header of the same column, so its 是 and 否 are words of it.
const methodWords = wordList({
  ELECTRONIC: ['电子', '电子合同', '电子签', '电子签订', '电子劳动合同', '线上', '是', '有', '√', 'Y', 'YES', 'TRUE', '1'],
  PAPER: ['纸质', '纸质合同', '纸质签订', '纸质劳动合同', '书面', '线下', '否', '无', '×', 'N', 'NO', 'FALSE', '0'],
}); // prettier-ignore
const platformWords = wordList({
  LEQIAN: ['乐签', '乐签平台'],
  GX_PROVINCIAL: ['自治区平台', '自治区', '区平台', '广西平台', '自治区电子劳动合同平台'],
  ENTERPRISE: ['企业自建', '自建', '自建平台', '企业平台', '企业自建平台'],
});

const starts = ['startsOn', '起始日期'] as const;
const ends = ['endsOn', '终止日期'] as const;
const signed = ['signedOn', '签订日期'] as const;

function judge(row: Row): Judgement {
  const issues: StagedIssue[] = [
    ...endBeforeStart(row, starts, ends),
    ...endBeforeStart(row, starts, ['terminatedOn', '解除日期']),
  ];
  const end = dayIn(row, 'endsOn');
  if (row['kind'] === 'FIXED' && end === null) issues.push(issue('TERM_WITHOUT_END', '终止日期'));
  // Nobody can tell whether the kind or the day is wrong, and whether the contract is in force hangs on it.
  if (row['kind'] === 'OPEN_ENDED' && end !== null)
    issues.push(issue('END_OF_OPEN_TERM', '终止日期', { end }));
  const contractNo = row['contractNo'];
  return {
    issues,
    derived: {
      contractKey: typeof contractNo === 'string' ? nameKey(contractNo) : null,
      electronic: row['method'] === null ? null : row['method'] === 'ELECTRONIC',
    },
  };
}

/** Form C, the contract library: one row for each labour contract. */
export const contractSource = defineSource({
  form: 'C',
  title: { zh: '电子合同库', en: 'Labour contracts' },
  owner: departments.HRSS,
  staleAfter: 31,
  table: 'contract',
  type: 'Contract',
  key: ['uscc', 'contractKey'],
  employer: { code: 'uscc', name: 'employerName' },
  columns: {
    contractNo: { header: '合同编号', synonyms: ['劳动合同编号', '合同号'], kind: 'IDENTIFIER', required: true },
    uscc: { header: '统一社会信用代码', kind: 'USCC', required: true, matchOnly: true },
    employerName: { header: '用人单位', synonyms: ['用人单位名称', '企业名称', '单位名称'], kind: 'TEXT', matchOnly: true },
    workerName: { header: '劳动者姓名', synonyms: ['姓名', '劳动者', '职工姓名', '员工姓名'], kind: 'PERSON', required: true },
    idNumber: { header: '身份证号', synonyms: ['证件号码', '身份证号码', '公民身份号码', '身份证'], kind: 'ID_NUMBER', required: true },
    kind: { header: '合同类型', synonyms: ['合同期限类型', '劳动合同类型'], kind: 'WORD', words: kindWords, required: true },
    signedOn: { header: '签订日期', synonyms: ['合同签订日期', '签约日期'], kind: 'DAY', required: true, within: 'BOTH' },
    startsOn: { header: '起始日期', synonyms: ['合同起始日期', '合同开始日期', '合同期限起始日期'], kind: 'DAY', required: true, within: 'EMPLOYER' },
    endsOn: { header: '终止日期', synonyms: ['合同终止日期', '合同到期日期', '合同截止日期', '合同期限终止日期'], kind: 'DAY' },
    method: { header: '签订方式', synonyms: ['是否电子', '是否电子合同', '合同形式'], kind: 'WORD', words: methodWords, required: true },
    platform: { header: '签署平台', synonyms: ['签订平台', '电子签署平台'], kind: 'WORD', words: platformWords },
    platformContractNo: { header: '平台合同编号', synonyms: ['平台合同号'], kind: 'IDENTIFIER', critical: true },
    digest: { header: '文件摘要', synonyms: ['合同文件摘要', '文件摘要值'], kind: 'DIGEST' },
    position: { header: '岗位', synonyms: ['工作岗位', '工种'], kind: 'TEXT' },
    wage: { header: '月工资', synonyms: ['月薪', '月工资标准'], kind: 'MONEY' },
    terminatedOn: { header: '解除日期', synonyms: ['合同解除日期', '解除合同日期'], kind: 'DAY', within: 'REPORT' },
    statedStatus: { header: '合同状态', synonyms: ['劳动合同状态'], kind: 'TEXT' },
  }, // prettier-ignore
  derived: { contractKey: ['contractNo'], electronic: ['method'] },
  judge,
  warn: row => [...oddOrder(row, signed, ends), ...oddOrder(row, ['terminatedOn', '解除日期'], ends)],
});
