import fc from 'fast-check';
import { firm, rosterHeader, disputeHeader, uscc, type SheetText } from '../../ingest/support.ts';

/** What a figure of persons can be cut by, in the words of the interface and in this order. */
export const dimensions = [
  'TOWN',
  'INDUSTRY',
  'SIZE',
  'REGISTRATION',
  'CAUSE',
  'CHANNEL',
  'OUTCOME',
] as const;
export const filterFields = [
  'town',
  'industry',
  'size',
  'registration',
  'cause',
  'channel',
  'outcome',
] as const;

/** One case as it truly is: its day, its key in each dimension, and its applicants, whom nobody may learn. */
export interface Case {
  readonly day: string;
  readonly keys: readonly string[];
  readonly applicants: number;
}

/** A small district of two years. */
export interface SmallDistrict {
  readonly first: number;
  readonly cases: readonly Case[];
  readonly sheets: readonly SheetText[];
}

const words = {
  town: { LUORONG: '雒容镇', LUOBU: '洛埠镇', CORE: '新区核心区' },
  industry: { C: '制造业', F: '批发和零售业', G: '交通运输、仓储和邮政业' },
  size: { LARGE: '大型', SMALL: '小型', UNKNOWN: null },
  registration: { 有限责任公司: '有限责任公司', 个体工商户: '个体工商户' },
  cause: { '03': '解除', '04': '劳动报酬', '06': '工伤' },
  channel: { UNION: '企业工会', HRSS: '人社局', COURT: '法院' },
  outcome: { SETTLED: '调解成功', FAILED: '调解不成', UNKNOWN: null },
} as const;
type Words = Readonly<Record<string, string | null>>;

const oneOf = (of: Words): fc.Arbitrary<string> => fc.constantFrom(...Object.keys(of));
const employer = fc.record({
  town: oneOf(words.town), industry: oneOf(words.industry), size: oneOf(words.size), registration: oneOf(words.registration),
}); // prettier-ignore
/** Months close together and days that repeat, so that cases meet. */
const dispute = fc.record({
  of: fc.nat({ max: 5 }), cause: oneOf(words.cause), channel: oneOf(words.channel), outcome: oneOf(words.outcome),
  year: fc.nat({ max: 1 }), month: fc.constantFrom(1, 2, 3, 3, 6, 11), day: fc.constantFrom(1, 1, 2, 15, 28),
  applicants: fc.constantFrom(1, 1, 1, 2, 3, 4, 5, 6, 8, 9, 10, 14, 30, 45),
}); // prettier-ignore

/** Districts of six employers and up to forty cases; `serial` keeps their employers and years apart. */
export const anyDistrict = (serial: number, first: number): fc.Arbitrary<SmallDistrict> =>
  fc
    .record({
      employers: fc.array(employer, { minLength: 6, maxLength: 6 }),
      disputes: fc.oneof(
        fc.array(dispute, { minLength: 2, maxLength: 12 }),
        fc.array(dispute, { minLength: 12, maxLength: 40 }),
      ),
    })
    .map(({ employers, disputes }) => {
      const code = (i: number): string => uscc(serial * 10 + i);
      const name = (i: number): string => `示例企业${serial * 10 + i}`;
      const two = (n: number): string => String(n).padStart(2, '0');
      const told = disputes.map(one => ({ ...one, day: `${first + one.year}-${two(one.month)}-${two(one.day)}` }));
      return {
        first,
        cases: told.map(({ of, day, cause, channel, outcome, applicants }) => {
          const { town, industry, size, registration } = employers[of] as (typeof employers)[number];
          return { day, applicants, keys: [town, industry, size, registration, cause, channel, outcome] };
        }),
        sheets: [
          {
            name: '名录',
            header: [...rosterHeader, '企业规模', '登记类型'],
            rows: employers.map(({ town, industry, size, registration }, i) => {
              const [id, called, , , ...rest] = firm(serial * 10 + i, name(i));
              const [staff, , state] = rest;
              return [id ?? null, called ?? null, words.town[town as 'CORE'], words.industry[industry as 'C'], staff ?? null, '1990-01-01', state ?? null, null, null, words.size[size as 'LARGE'], registration];
            }),
          },
          {
            name: '案件',
            header: [...disputeHeader, '申请人数', '结案日期', '结案方式'],
            rows: told.map((one, i) => [
              `案${serial}-${i}`, one.day, '张三丰', code(one.of), name(one.of), words.cause[one.cause as '03'], 1200,
              words.channel[one.channel as 'UNION'], one.applicants, one.outcome === 'UNKNOWN' ? null : one.day,
              words.outcome[one.outcome as 'SETTLED'],
            ]),
          },
        ],
      };
    }); // prettier-ignore
