import { ArgsType, Field, ID } from 'type-graphql';
import type { Day } from '../kernel/days.ts';
import { DayScalar, MomentScalar } from '../kernel/scalars.ts';
import type { Dimension } from './dimensions.ts';
import type { MetricArgs } from './frame.ts';
import { DimensionEnum, GrainEnum } from './metric.enums.ts';
import { MetricFilterInput } from './metric.input.ts';
import type { Grain } from './periods.ts';

/** Of whom, and as it was known when: what everything that counts may be asked. */
@ArgsType()
export class CountedArgsInput {
  @Field(() => MetricFilterInput, {
    nullable: true,
    description: 'Counts only these employers or cases. 筛选条件。',
  })
  filter?: MetricFilterInput | null;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Answers from what the hub knew at this moment. 按当时已知数据计算。',
  })
  asKnownAt?: Date | null;
}

/** What is counted over a period. */
@ArgsType()
export class PeriodArgsInput extends CountedArgsInput {
  @Field(() => DayScalar, {
    nullable: true,
    description: "First day, inclusive; 1 January of the last day's year if left out. 起始日期。",
  })
  from?: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Last day, inclusive; today if left out. 终止日期。',
  })
  to?: Day | null;
}

/** Which figure, of which days, of whom, and as it was known when. */
@ArgsType()
export class FigureArgsInput extends PeriodArgsInput {
  @Field(() => ID, { description: 'Key of the metric, such as certification.rate. 指标代码。' })
  key!: string;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'A stock: the day whose end counts; today if left out. 时点。',
  })
  at?: Day | null;
}

/** What a caller may ask of a metric. */
@ArgsType()
export class MetricArgsInput extends FigureArgsInput implements MetricArgs {
  @Field(() => GrainEnum, {
    nullable: true,
    description: 'Gives one point per calendar period from `from` to `to`. 时间粒度。',
  })
  grain?: Grain | null;
  @Field(() => [DimensionEnum], {
    nullable: true,
    description: 'Cuts the figure by up to two dimensions. 分组维度。',
  })
  by?: Dimension[] | null;
}

/** What a caller may ask of the scorecard. */
@ArgsType()
export class ScorecardArgsInput extends CountedArgsInput {
  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day whose end counts; today if left out. 时点。',
  })
  at?: Day | null;
}

/** What a caller may ask of the forecast. */
@ArgsType()
export class ForecastArgsInput extends ScorecardArgsInput {
  @Field(() => DayScalar, {
    nullable: true,
    description:
      "The day to reach the target by; the target's own day, or the end of the year, if left out. 期限。",
  })
  by?: Day | null;
}
