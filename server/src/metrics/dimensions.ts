import type { Message } from '../kernel/errors.ts';
import type { FixedCodes, ReadModel } from './define-read-model.ts';

/** Everything a figure can be cut by, with its names. */
export const dimensions = {
  TOWN: { zh: '所属区域', en: 'Town' },
  INDUSTRY: { zh: '行业门类', en: 'Industry section' },
  SIZE: { zh: '企业规模', en: 'Size of the employer' },
  REGISTRATION: { zh: '登记类型', en: 'Registration type' },
  CAUSE: { zh: '案由', en: 'Cause of the dispute' },
  CHANNEL: { zh: '调解渠道', en: 'Mediation channel' },
  OUTCOME: { zh: '结案方式', en: 'Outcome of the dispute' },
  DURATION: { zh: '办理时长', en: 'Days from filing to closing' },
  AGE: { zh: '在办天数', en: 'Days since filing' },
  CONFIRMATION: { zh: '司法确认', en: 'Judicial confirmation' },
  PERFORMANCE: { zh: '协议履行', en: 'Performance of the settlement' },
  SUBJECT: { zh: '问题类别', en: 'Subject of the inspection' },
  SOURCE: { zh: '检查来源', en: 'Source of the inspection' },
  STAGE: { zh: '认定阶段', en: 'Stage of certification' },
  GRADE: { zh: '守法诚信等级', en: 'Compliance grade' },
  FRESHNESS: { zh: '备案新旧', en: 'Age of the filing' },
} as const satisfies Record<string, Message>;
export type Dimension = keyof typeof dimensions;

/** The key of a cut whose value is empty. */
export const UNKNOWN = 'UNKNOWN';
const unknownLabel: Message = { zh: '未填写', en: 'Not stated' };

/** Where the value of a dimension stands: `e` is the employer's roster row, `x` the row of the read model. */
const columns: Record<Dimension, string> = {
  TOWN: 'e.town',
  INDUSTRY: 'e.industry',
  SIZE: 'e.size',
  REGISTRATION: 'e.registration',
  CAUSE: 'x.cause',
  CHANNEL: 'x.channel',
  OUTCOME: 'x.outcome',
  DURATION: 'x.duration',
  AGE: 'x.age',
  CONFIRMATION: 'x.confirmation',
  PERFORMANCE: 'x.performed',
  SUBJECT: 'x.subject',
  SOURCE: 'x.source',
  STAGE: 'x.stage',
  GRADE: 'x.grade',
  FRESHNESS: 'x.freshness',
};

/** Whether reading the dimension needs the employer's roster row. */
export const ofEmployer = (dimension: Dimension): boolean => columns[dimension].startsWith('e.');

/** SQL for the key of a cut: the code, UNKNOWN where it is empty. */
export const keySql = (dimension: Dimension): string =>
  `coalesce(nullif(${columns[dimension]}, ''), '${UNKNOWN}')`;

/** Values in the roster's own words; every other dimension has a list of codes. */
export const inOwnWords: Dimension = 'REGISTRATION';

/** Bands on one scale: a cut by one of them shows also those in which nothing is, so that no step of it seems missing. */
export const bandsOnScale: readonly Dimension[] = ['DURATION', 'AGE', 'FRESHNESS'];

/** Dimensions whose codes and names stand in a table of the database. */
export const referenceTables: Partial<Record<Dimension, string>> = {
  TOWN: 'town',
  INDUSTRY: 'industry',
  CAUSE: 'dispute_cause',
  SUBJECT: 'inspection_subject',
};

/** One code of a dimension with its names; the list is in the order in which cuts are shown. */
export interface CodeName extends Message {
  readonly code: string;
}

/** The codes of all dimensions for which some read model names them. */
export function fixedCodes(models: readonly ReadModel[]): Map<Dimension, readonly CodeName[]> {
  const named = models.flatMap(
    ({ codes = {} }) => Object.entries(codes) as [Dimension, FixedCodes[Dimension]][],
  );
  return new Map(
    named.map(([dimension, codes = {}]) => [
      dimension,
      Object.entries(codes).map(([code, name]) => ({ code, ...name })),
    ]),
  );
}

/** Names a cut and says where it stands; free text is its own name, UNKNOWN stands last. */
export function cutName(codes: readonly CodeName[], key: string): { name: Message; position: number } {
  if (key === UNKNOWN) return { name: unknownLabel, position: Number.MAX_SAFE_INTEGER };
  const position = codes.findIndex(one => one.code === key);
  return position < 0
    ? { name: { zh: key, en: key }, position: codes.length }
    : { name: codes[position] as CodeName, position };
}
