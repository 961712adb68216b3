import { ArgsType, Field, ObjectType } from 'type-graphql';
import type { Day } from '../kernel/days.ts';
import { DayScalar, MomentScalar } from '../kernel/scalars.ts';
import type { MetricChange } from './change.ts';
import { MetricChangeType } from './change.type.ts';
import type { ComparisonAsked } from './comparison.ts';
import type { Dimension } from './dimensions.ts';
import { DimensionEnum } from './metric.enums.ts';
import { FigureArgsInput } from './metric-args.input.ts';
import { MetricCutType, MetricType, MetricValueType } from './metric.type.ts';

/** Which figure is held against itself, and of which days. */
@ArgsType()
export class ComparisonArgsInput extends FigureArgsInput implements ComparisonAsked {
  @Field(() => [DimensionEnum], {
    nullable: true,
    description: 'Cuts both by up to two dimensions. 分组维度。',
  })
  by?: Dimension[] | null;
  @Field(() => DayScalar, {
    description: 'Of a stock the other day; of a flow the last day of the other period. 对比的时点或期末。',
  })
  vs!: Day;
  @Field(() => DayScalar, {
    nullable: true,
    description:
      "Of a flow the first day of the other period; 1 January of its last day's year if left out. 对比期的起始日期。",
  })
  vsFrom?: Day | null;
}

/** A figure of one cut, or of the whole, then and now. */
@ObjectType('MetricComparisonPoint', {
  simpleResolvers: true,
  description: 'A figure of one cut, or of the whole, then and now. 对比数据点。',
})
export class ComparedPointType {
  @Field(() => [MetricCutType], { description: 'What it is cut by; empty for the whole. 分组。' })
  cuts!: MetricCutType[];
  @Field(() => MetricValueType, {
    nullable: true,
    description: 'The figure on the other day; null where the group was not there. 对比值。',
  })
  before!: MetricValueType | null;
  @Field(() => MetricValueType, {
    nullable: true,
    description: 'The figure; null where the group is not there any more. 本期值。',
  })
  now!: MetricValueType | null;
  @Field(() => MetricChangeType, {
    nullable: true,
    description: 'How it moved from the one to the other; null where one of both is not known. 变化。',
  })
  change!: MetricChange | null;
}

/** A figure at two days or over two periods. */
@ObjectType('MetricComparison', {
  simpleResolvers: true,
  description: 'A figure at two days, or over two periods, side by side. 两个时点或期间的对比。',
})
export class MetricComparisonType {
  @Field(() => MetricType, { description: 'The metric with its definition. 指标。' })
  metric!: MetricType;
  @Field(() => DayScalar, { nullable: true, description: 'The day of a stock: its end counts. 时点。' })
  at!: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'First day of the period. 起始日期。' })
  from!: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day of the period, inclusive. 终止日期。' })
  to!: Day | null;
  @Field(() => DayScalar, {
    description: 'The other day, or the last of the other period. 对比的时点或期末。',
  })
  vs!: Day;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day of the other period. 对比期的起始日期。',
  })
  vsFrom!: Day | null;
  @Field(() => ComparedPointType, { description: 'The figure over the whole. 合计。' })
  total!: ComparedPointType;
  @Field(() => [ComparedPointType], {
    description: 'By cut, where asked for; groups that are gone stand last. 数据点。',
  })
  points!: ComparedPointType[];
  @Field(() => MomentScalar, { description: 'When it was computed. 计算时间。' })
  computedAt!: Date;
}
