import { ArgsType, Field, ID, Int } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { DayScalar, MomentScalar } from '../../kernel/scalars.ts';
import { MetricFilterInput } from '../metric.input.ts';
import type { RowsArgs } from '../metric.service.ts';

/** What a caller may ask of the rows behind a metric. */
@ArgsType()
export class MetricRowArgsInput implements RowsArgs {
  @Field(() => ID, { description: 'Key of the metric, such as certification.rate. 指标代码。' })
  key!: string;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'A stock: the day whose end counts; today if left out. 时点。',
  })
  at?: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: "A flow: first day, inclusive; 1 January of the last day's year if left out. 起始日期。",
  })
  from?: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'A flow: last day, inclusive; today if left out. 终止日期。',
  })
  to?: Day | null;
  @Field(() => MetricFilterInput, {
    nullable: true,
    description: 'Only rows of these employers or cases. 筛选条件。',
  })
  filter?: MetricFilterInput | null;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Answers from what the hub knew at this moment. 按当时已知数据计算。',
  })
  asKnownAt?: Date | null;
  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'true: rows of the numerator; false: those of the denominator that it lacks. 已计入或未计入。',
  })
  inside!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: 'Rows of the page: at most 200, 20 if left out. 每页行数。',
  })
  first?: number | null;
  @Field(() => String, { nullable: true, description: 'Cursor after which the page begins. 起始游标。' })
  after?: string | null;
}
