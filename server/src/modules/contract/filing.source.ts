import { defineSource, type Row, type StagedIssue } from '../../ingest/define-source.ts';
import { departments } from '../../ingest/define-departments.ts';
import { issue } from '../../ingest/issue-texts.ts';
import { countIn } from '../../ingest/judging.ts';
import { wordList } from '../../ingest/words.ts';

const kindWords = wordList({
  FIRST: ['首次', '首次备案', '初次', '初次备案', '新办', '新增'],
  CHANGE: ['变更', '变更备案'],
  ANNUAL: ['年度', '年度备案', '年检', '年报'],
  CANCEL: ['注销', '注销备案'],
});

/** Counts of workers who are part of the whole: more of them than workers is odd. */
const parts = [
  ['contracted', '签订劳动合同人数'],
  ['insured', '参加社会保险人数'],
  ['dispatched', '劳务派遣人数'],
  ['partTime', '非全日制人数'],
  ['migrant', '农民工人数'],
] as const;

function warn(row: Row): StagedIssue[] {
  const workers = countIn(row, 'workers');
  return parts.flatMap(([field, header]) => {
    const count = countIn(row, field);
    const exceeds = workers !== null && count !== null && count > workers;
    return exceeds ? [issue('COUNT_EXCEEDS_WORKERS', header, { count, workers })] : [];
  });
}

/** Form F, the labour-use filings: each row is what an employer said of its workers on one day. */
export const filingSource = defineSource({
  form: 'F',
  title: { zh: '一户一册备案', en: 'Labour-use filings' },
  owner: departments.HRSS,
  staleAfter: 31,
  table: 'filing',
  type: 'Filing',
  key: ['uscc', 'filedOn', 'kind'],
  employer: { code: 'uscc', name: 'employerName' },
  columns: {
    uscc: { header: '统一社会信用代码', kind: 'USCC', required: true, matchOnly: true },
    employerName: { header: '企业名称', kind: 'TEXT', matchOnly: true },
    filedOn: { header: '备案日期', kind: 'DAY', required: true, within: 'BOTH' },
    kind: { header: '备案类型', kind: 'WORD', words: kindWords, required: true },
    workers: { header: '用工总数', synonyms: ['用工总人数', '用工人数'], kind: 'INTEGER', required: true },
    contracted: { header: '签订劳动合同人数', synonyms: ['签订合同人数', '劳动合同签订人数'], kind: 'INTEGER', required: true },
    insured: { header: '参加社会保险人数', synonyms: ['参保人数', '社会保险参保人数'], kind: 'INTEGER', required: true },
    dispatched: { header: '劳务派遣人数', synonyms: ['派遣人数'], kind: 'INTEGER' },
    partTime: { header: '非全日制人数', synonyms: ['非全日制用工人数'], kind: 'INTEGER' },
    migrant: { header: '农民工人数', kind: 'INTEGER' },
    rulesFiled: { header: '规章制度备案', synonyms: ['规章制度是否备案'], kind: 'FLAG' },
    specialHours: { header: '特殊工时审批', synonyms: ['特殊工时是否审批'], kind: 'FLAG' },
    lowestWage: { header: '最低月工资', kind: 'MONEY' },
    filingNo: { header: '备案编号', kind: 'IDENTIFIER' },
  }, // prettier-ignore
  judge: () => ({ issues: [], derived: {} }),
  warn,
});
