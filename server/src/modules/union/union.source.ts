import type { Day } from '../../kernel/days.ts';
import {
  defineSource,
  type EmployerFacts,
  type Judgement,
  type Row,
  type StagedIssue,
} from '../../ingest/define-source.ts';
import { departments } from '../../ingest/define-departments.ts';
import { issue } from '../../ingest/issue-texts.ts';
import { countIn, endBeforeStart } from '../../ingest/judging.ts';
import { wordList } from '../../ingest/words.ts';

const unionFormWords = wordList(
  {
    OWN: ['独立建会', '单独建会', '独立', '单独'],
    JOINT: ['联合建会', '联合'],
    REGIONAL: ['区域行业覆盖', '区域覆盖', '行业覆盖', '区域性行业性覆盖', '区域（行业）覆盖'],
    NONE: ['未建会', '未建', '否'],
  },
  '独立建会、联合建会、区域行业覆盖、未建会',
);

function judge(row: Row): Judgement {
  const issues: StagedIssue[] = [
    ...endBeforeStart(row, ['foundedOn', '建会日期'], ['dissolvedOn', '撤销日期']),
    ...endBeforeStart(row, ['collectiveFrom', '集体合同起始日期'], ['collectiveTo', '集体合同终止日期']),
    ...endBeforeStart(row, ['wageFrom', '工资专项集体合同起始日期'], ['wageTo', '工资专项集体合同终止日期']),
  ];
  const none = row['form'] === 'NONE';
  if (!none && row['form'] !== null && row['foundedOn'] === null) {
    issues.push(issue('UNION_WITHOUT_DATE', '建会日期'));
  }
  if (none && row['foundedOn'] !== null) issues.push(issue('UNION_DETAILS_WITHOUT_UNION', '建会日期'));
  if (none && (countIn(row, 'members') ?? 0) > 0) {
    issues.push(issue('UNION_DETAILS_WITHOUT_UNION', '会员人数'));
  }
  return { issues, derived: {} };
}

function warn(row: Row, employer: EmployerFacts | null, _statedOn: Day | null): StagedIssue[] {
  const members = countIn(row, 'members');
  const staff = employer?.staff ?? null;
  if (members === null || staff === null || members <= staff) return [];
  return [issue('MEMBERS_EXCEED_STAFF', '会员人数', { members, staff })];
}

/** Form U, the state of the unions: one row for each employer, with or without a union. */
export const unionSource = defineSource({
  form: 'U',
  title: { zh: '工会建设情况表', en: 'Unions' },
  owner: departments.UNION,
  staleAfter: 92,
  table: 'union_organisation',
  type: 'Union',
  key: ['uscc'],
  employer: { code: 'uscc', name: 'employerName' },
  columns: {
    uscc: { header: '统一社会信用代码', kind: 'USCC', required: true, matchOnly: true },
    employerName: { header: '企业名称', kind: 'TEXT', matchOnly: true },
    form: { header: '建会形式', synonyms: ['是否建会'], kind: 'WORD', words: unionFormWords, required: true },
    name: { header: '工会名称', kind: 'TEXT' },
    foundedOn: { header: '建会日期', kind: 'DAY', within: 'BOTH' },
    dissolvedOn: { header: '撤销日期', kind: 'DAY', within: 'REPORT' },
    members: { header: '会员人数', synonyms: ['工会会员数'], kind: 'INTEGER', required: true },
    chair: { header: '工会主席', kind: 'PERSON' },
    collectiveFrom: { header: '集体合同起始日期', synonyms: ['集体合同生效日期'], kind: 'DAY', within: 'EMPLOYER' },
    collectiveTo: { header: '集体合同终止日期', synonyms: ['集体合同截止日期'], kind: 'DAY' },
    wageFrom: { header: '工资专项集体合同起始日期', synonyms: ['工资专项集体合同生效日期'], kind: 'DAY', within: 'EMPLOYER' },
    wageTo: { header: '工资专项集体合同终止日期', synonyms: ['工资专项集体合同截止日期'], kind: 'DAY' },
    womenTo: { header: '女职工专项集体合同终止日期', synonyms: ['女职工专项集体合同截止日期'], kind: 'DAY' },
    congress: { header: '职代会', synonyms: ['是否建立职代会'], kind: 'FLAG' },
    disclosure: { header: '厂务公开', synonyms: ['是否实行厂务公开'], kind: 'FLAG' },
  }, // prettier-ignore
  judge,
  warn,
});
