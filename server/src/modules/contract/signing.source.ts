import { shanghaiDay, type Day } from '../../kernel/days.ts';
import { nameKey } from '../../kernel/text.ts';
import { defineSource, type EmployerFacts, type Judgement, type Row, type StagedIssue } from '../../ingest/define-source.ts'; // prettier-ignore
import { departments } from '../../ingest/define-departments.ts';
import { issue } from '../../ingest/issue-texts.ts';
import { wordList } from '../../ingest/words.ts';

const partyWords = wordList({
  EMPLOYER: ['企业', '用人单位', '单位', '企业方', '单位方', '甲方'],
  WORKER: ['劳动者', '劳动者方', '职工', '员工', '个人', '乙方'],
});
const column = '签署时间';

function judge(row: Row): Judgement {
  const number = row['platformContractNo'];
  return {
    issues: [],
    derived: { platformContractKey: typeof number === 'string' ? nameKey(number) : null },
  };
}

/** The moment of a signature is compared by its day in Shanghai. */
function warn(row: Row, employer: EmployerFacts | null, statedOn: Day | null): StagedIssue[] {
  const moment = row['signedAt'];
  if (typeof moment !== 'string') return [];
  const day = shanghaiDay(new Date(moment));
  const [founded, closed] = [employer?.foundedOn ?? null, employer?.closedOn ?? null];
  return [
    ...(founded !== null && day < founded ? [issue('BEFORE_FOUNDING', column, { day, founded })] : []),
    ...(closed !== null && day > closed ? [issue('AFTER_CLOSING', column, { day, closed })] : []),
    ...(statedOn !== null && day > statedOn
      ? [issue('AFTER_STATED', column, { day, stated: statedOn })]
      : []),
  ];
}

/** Form S, the records of the signing platform: one row for each party that signed a contract. */
export const signingSource = defineSource({
  form: 'S',
  title: { zh: '乐签平台签署记录', en: 'E-signing records' },
  owner: departments.PLATFORM,
  staleAfter: 7,
  table: 'signing',
  type: 'Signing',
  key: ['platformContractKey', 'party'],
  employer: { code: 'uscc', name: 'employerName' },
  refers: {
    table: 'contract',
    column: 'platform_contract_key',
    field: 'platformContractKey',
    header: '平台合同编号',
    unknown: 'CONTRACT_UNKNOWN',
  },
  columns: {
    platformContractNo: { header: '平台合同编号', kind: 'IDENTIFIER', required: true },
    contractNo: { header: '合同编号', kind: 'IDENTIFIER' },
    uscc: { header: '统一社会信用代码', kind: 'USCC', required: true, matchOnly: true },
    employerName: { header: '企业名称', kind: 'TEXT', matchOnly: true },
    party: { header: '签署方', synonyms: ['签署主体'], kind: 'WORD', words: partyWords, required: true },
    signedAt: { header: '签署时间', kind: 'MOMENT', required: true },
    certificateNo: { header: '证书序列号', kind: 'IDENTIFIER' },
    timestampNo: { header: '时间戳序列号', kind: 'IDENTIFIER' },
    digest: { header: '文件摘要', kind: 'DIGEST', required: true },
  },
  derived: { platformContractKey: ['platformContractNo'] },
  judge,
  warn,
});
