import type { Message } from '../kernel/errors.ts';

/** Everything a figure can be cut by, with its names. */
export const dimensions = {
  TOWN: { zh: '所属区域', en: 'Town' },
  INDUSTRY: { zh: '行业门类', en: 'Industry section' },
  SIZE: { zh: '企业规模', en: 'Size of the employer' },
  REGISTRATION: { zh: '登记类型', en: 'Registration type' },
  CAUSE: { zh: '案由', en: 'Cause of the dispute' },
  CHANNEL: { zh: '调解渠道', en: 'Mediation channel' },
  OUTCOME: { zh: '结案方式', en: 'Outcome of the dispute' },
  SUBJECT: { zh: '问题类别', en: 'Subject of the inspection' },
  SOURCE: { zh: '检查来源', en: 'Source of the inspection' },
  STAGE: { zh: '认定阶段', en: 'Stage of certification' },
  GRADE: { zh: '守法诚信等级', en: 'Compliance grade' },
} as const satisfies Record<string, Message>;
export type Dimension = keyof typeof dimensions;

/** The key of a cut whose value is empty. */
export const UNKNOWN = 'UNKNOWN';
const unknownLabel: Message = { zh: '未填写', en: 'Not stated' };

/** How an employer can be cut; each is a column of the roster. */
export const employerDimensions = ['TOWN', 'INDUSTRY', 'SIZE', 'REGISTRATION'] as const satisfies Dimension[];
/** How a dispute can be cut. */
export const disputeDimensions = [...employerDimensions, 'CAUSE', 'CHANNEL', 'OUTCOME'] as const;

/** Where the value of a dimension stands: `e` is the employer's roster row, `x` the row of the read model. */
const columns: Record<Dimension, string> = {
  TOWN: 'e.town',
  INDUSTRY: 'e.industry',
  SIZE: 'e.size',
  REGISTRATION: 'e.registration',
  CAUSE: 'x.cause',
  CHANNEL: 'x.channel',
  OUTCOME: 'x.outcome',
  SUBJECT: 'x.subject',
  SOURCE: 'x.source',
  STAGE: 'x.stage',
  GRADE: 'x.grade',
};

/** Whether reading the dimension needs the employer's roster row. */
export const ofEmployer = (dimension: Dimension): boolean => columns[dimension].startsWith('e.');

/** SQL for the key of a cut: the code, UNKNOWN where it is empty. */
export const keySql = (dimension: Dimension): string =>
  `coalesce(nullif(${columns[dimension]}, ''), '${UNKNOWN}')`;

/** Dimensions whose codes and names stand in a table of the database. */
export const referenceTables: Partial<Record<Dimension, string>> = {
  TOWN: 'town',
  INDUSTRY: 'industry',
  CAUSE: 'dispute_cause',
  SUBJECT: 'inspection_subject',
};

/** Codes fixed by the forms, in the order in which they are shown. */
const fixedCodes: Partial<Record<Dimension, Readonly<Record<string, Message>>>> = {
  SIZE: {
    LARGE: { zh: '大型', en: 'Large' },
    MEDIUM: { zh: '中型', en: 'Medium' },
    SMALL: { zh: '小型', en: 'Small' },
    MICRO: { zh: '微型', en: 'Micro' },
  },
  CHANNEL: {
    UNION: { zh: '企业工会', en: 'Enterprise union' },
    HRSS: { zh: '人社', en: 'Human resources bureau' },
    COURT: { zh: '法院', en: 'Court' },
  },
  OUTCOME: {
    SETTLED: { zh: '调解成功', en: 'Settled' },
    FAILED: { zh: '调解不成', en: 'Failed' },
    WITHDRAWN: { zh: '撤回', en: 'Withdrawn' },
    TO_ARBITRATION: { zh: '转仲裁', en: 'To arbitration' },
    TO_COURT: { zh: '转诉讼', en: 'To court' },
    NOT_ACCEPTED: { zh: '不予受理', en: 'Not accepted' },
  },
  SOURCE: {
    PATROL: { zh: '日常巡查', en: 'Patrol' },
    COMPLAINT: { zh: '举报投诉', en: 'Complaint' },
    WRITTEN_REVIEW: { zh: '书面审查', en: 'Written review' },
    CAMPAIGN: { zh: '专项检查', en: 'Special campaign' },
  },
  GRADE: {
    A: { zh: 'A级', en: 'Grade A' },
    B: { zh: 'B级', en: 'Grade B' },
    C: { zh: 'C级', en: 'Grade C' },
  },
  STAGE: {
    NONE: { zh: '未申报', en: 'Not filed' },
    FILED: { zh: '已申报', en: 'Filed' },
    SCORED: { zh: '已审核', en: 'Reviewed' },
    NOTICE: { zh: '已公示', en: 'On public notice' },
    CLAIMED: { zh: '已填认定、条件不全', en: 'Claimed, conditions not met' },
    CERTIFIED: { zh: '已认定', en: 'Certified' },
    EXPIRED: { zh: '已过期', en: 'Expired' },
    REVOKED: { zh: '已撤销', en: 'Revoked' },
  },
};

/** One code of a dimension with its names; the list is in the order in which cuts are shown. */
export interface CodeName extends Message {
  readonly code: string;
}

/** The fixed codes of a dimension, or undefined where they stand in the database or are free text. */
export function codesOf(dimension: Dimension): CodeName[] | undefined {
  const table = fixedCodes[dimension];
  return table && Object.entries(table).map(([code, name]) => ({ code, ...name }));
}

/** Names a cut and says where it stands; free text is its own name, UNKNOWN stands last. */
export function cutName(codes: readonly CodeName[], key: string): { name: Message; position: number } {
  if (key === UNKNOWN) return { name: unknownLabel, position: Number.MAX_SAFE_INTEGER };
  const position = codes.findIndex(one => one.code === key);
  return position < 0
    ? { name: { zh: key, en: key }, position: codes.length }
    : { name: codes[position] as CodeName, position };
}
