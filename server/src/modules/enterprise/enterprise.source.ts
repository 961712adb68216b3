import { nameKey } from '../../kernel/text.ts';
import { defineSource, type Judgement, type Row, type StagedIssue } from '../../ingest/define-source.ts';
import { departments } from '../../ingest/define-departments.ts';
import { issue } from '../../ingest/issue-texts.ts';
import { endBeforeStart } from '../../ingest/judging.ts';
import { wordList } from '../../ingest/words.ts';
import { industryWords } from './industry-words.ts';

const towns = wordList(
  {
    LUORONG: ['雒容镇', '雒容', '雒容片区'],
    LUOBU: ['洛埠镇', '洛埠', '洛埠片区'],
    CORE: ['新区核心区', '核心区', '官塘', '官塘片区', '柳东新区核心区'],
  },
  '雒容镇、洛埠镇、新区核心区',
);
const sizes = wordList({
  LARGE: ['大型', '大', '大型企业'],
  MEDIUM: ['中型', '中', '中型企业'],
  SMALL: ['小型', '小', '小型企业'],
  MICRO: ['微型', '微', '微型企业'],
});
const statuses = wordList(
  {
    ACTIVE: ['存续', '在业', '开业', '在营', '存续在业', '正常', '存续（在营、开业、在册）'],
    SUSPENDED: ['停业', '歇业', '停业歇业'],
    CLOSED: ['注销', '吊销', '已注销', '已吊销'],
  },
  '存续、在业、开业、停业、歇业、注销、吊销',
);

function judge(row: Row): Judgement {
  const issues: StagedIssue[] = [...endBeforeStart(row, ['foundedOn', '成立日期'], ['closedOn', '注销日期'])];
  if (row['status'] === 'CLOSED' && row['closedOn'] === null) {
    issues.push(issue('CLOSED_WITHOUT_DATE', '注销日期'));
  }
  if (row['status'] !== 'CLOSED' && row['closedOn'] !== null) {
    issues.push(issue('CLOSING_DATE_WHILE_OPEN', '注销日期'));
  }
  const name = row['name'];
  return { issues, derived: { nameKey: typeof name === 'string' ? nameKey(name) : null } };
}

/** Form E, the roster of employers: everything else in the hub hangs on it. */
export const enterpriseSource = defineSource({
  form: 'E',
  title: { zh: '企业名录', en: 'Enterprise roster' },
  owner: departments.INDUSTRY,
  staleAfter: 31,
  table: 'enterprise',
  type: 'Enterprise',
  key: ['uscc'],
  employer: null,
  columns: {
    uscc: { header: '统一社会信用代码', synonyms: ['信用代码', '社会信用代码', '统一信用代码', 'USCC'], kind: 'USCC', required: true },
    name: { header: '企业名称', synonyms: ['单位名称', '用人单位名称', '名称'], kind: 'TEXT', required: true },
    town: { header: '所属区域', synonyms: ['所属镇', '所属镇/片区', '辖区', '片区'], kind: 'WORD', words: towns, required: true },
    industry: { header: '行业门类', synonyms: ['行业', '所属行业', '国民经济行业'], kind: 'WORD', words: industryWords, required: true },
    size: { header: '企业规模', synonyms: ['规模'], kind: 'WORD', words: sizes },
    registration: { header: '登记类型', synonyms: ['经济类型', '企业类型'], kind: 'TEXT' },
    legalRepresentative: { header: '法定代表人', synonyms: ['法人', '法人代表', '负责人'], kind: 'PERSON' },
    contact: { header: '联系人', kind: 'PERSON' },
    phone: { header: '联系电话', synonyms: ['电话', '手机'], kind: 'PHONE' },
    staff: { header: '职工人数', synonyms: ['用工人数', '从业人数', '员工人数'], kind: 'INTEGER', required: true },
    foundedOn: { header: '成立日期', synonyms: ['注册日期', '登记日期'], kind: 'DAY', required: true, within: 'REPORT' },
    status: { header: '经营状态', synonyms: ['状态'], kind: 'WORD', words: statuses, whenEmpty: 'ACTIVE' },
    closedOn: { header: '注销日期', synonyms: ['吊销日期'], kind: 'DAY', within: 'REPORT' },
    address: { header: '注册地址', synonyms: ['地址', '经营地址'], kind: 'TEXT' },
  }, // prettier-ignore
  derived: { nameKey: ['name'], industryDivision: ['industry'] },
  judge,
  warn: () => [],
});
