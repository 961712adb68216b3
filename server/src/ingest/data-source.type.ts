import { Field, Int, ObjectType } from 'type-graphql';
import { FormEnum } from '../access/form.type.ts';
import type { Day } from '../kernel/days.ts';
import { DayScalar, MomentScalar } from '../kernel/scalars.ts';
import { enumType } from '../kernel/enum-type.ts';
import type { Form } from './define-source.ts';

/** How fresh a source is, the best first. */
const freshnesses = {
  FRESH: { zh: '在约定时限内。', en: 'Within the agreed age.' },
  STALE: { zh: '超过约定时限未更新。', en: 'Older than agreed.' },
  MISSING: { zh: '尚未报送。', en: 'Not delivered yet.' },
} as const;
export type Freshness = keyof typeof freshnesses;

/** A figure is only as fresh as the least fresh of what it is counted from. */
export function leastFresh(sources: readonly { readonly freshness: Freshness }[]): Freshness {
  const order = Object.keys(freshnesses) as Freshness[];
  return order.findLast(one => sources.some(({ freshness }) => freshness === one)) ?? 'MISSING';
}

export const FreshnessEnum = enumType<Freshness>(
  'Freshness',
  'How fresh a source, or a figure, is. 数据时效。',
  freshnesses,
);

/** One department form as a source of figures: how fresh it is and what waits in it. */
@ObjectType('DataSource', {
  simpleResolvers: true,
  description: 'One department form as a source of figures: how fresh it is and what waits in it. 数据来源。',
})
export class DataSourceType {
  @Field(() => FormEnum, { description: 'The form. 报表。' })
  form!: Form;
  @Field(() => String, { description: "Name of the form in the reader's language. 报表名称。" })
  name!: string;
  @Field(() => String, { description: 'The department that sends it. 报送部门。' })
  owner!: string;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When it was last delivered; null if never. 最近导入时间。',
  })
  lastImport!: Date | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of the report as that delivery states it. 填报日期。',
  })
  statedOn!: Day | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Days since that day, or since the import where none is stated. 距今天数。',
  })
  age!: number | null;
  @Field(() => Int, { description: 'Days after which the delivery is stale. 滞后天数。' })
  staleAfter!: number;
  @Field(() => Boolean, { description: 'Older than that, or never delivered. 是否滞后。' })
  stale!: boolean;
  @Field(() => FreshnessEnum, { description: 'The same in one word. 时效。' })
  freshness!: Freshness;
  @Field(() => Int, {
    nullable: true,
    description: 'Days until it is stale, negative once it is; null if never delivered. 距滞后天数。',
  })
  daysLeft!: number | null;
  @Field(() => Int, { description: 'Records in force, within your towns. 记录数。' })
  rows!: number;
  @Field(() => Int, { description: 'Rows that wait for their employer and count in no figure. 待匹配行数。' })
  parkedRows!: number;
  @Field(() => Int, { description: "Errors and warnings of each sender's newest delivery. 待处理问题数。" })
  openIssues!: number;
}

/** What waits in all sources together. */
@ObjectType('Backlog', {
  simpleResolvers: true,
  description: 'What waits in all the sources that you may see. 待处理汇总。',
})
export class BacklogType {
  @Field(() => Int, { description: 'Sources that are stale or were never delivered. 滞后来源数。' })
  staleSources!: number;
  @Field(() => Int, { description: 'Rows that wait for their employer. 待匹配行数。' })
  parkedRows!: number;
  @Field(() => Int, { description: 'Errors and warnings of the newest deliveries. 待处理问题数。' })
  openIssues!: number;
}
