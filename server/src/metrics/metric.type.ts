import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { DenominatorRule } from '../access/denominator-rule.ts';
import { DenominatorRuleEnum } from '../access/denominator-rule.type.ts';
import { FormEnum } from '../access/form.type.ts';
import type { FormLetter } from '../access/policy.ts';
import type { Day } from '../kernel/days.ts';
import { DayScalar, MomentScalar } from '../kernel/scalars.ts';
import type { Direction, MetricKind, MetricUnit } from './define-metric.ts';
import type { Dimension } from './dimensions.ts';
import { MetricChangeType } from './change.type.ts';
import type { MetricChange } from './change.ts';
import { IndexPartType } from './index-part.type.ts';
import {
  DimensionEnum,
  DirectionEnum,
  MetricKindEnum,
  MetricUnitEnum,
  TargetStatusEnum,
} from './metric.enums.ts';
import type { TargetStatus } from './target.ts';

/** One entry of the catalogue of figures. */
@ObjectType('Metric', {
  simpleResolvers: true,
  description: 'A figure of the catalogue: defined once, read by everyone. 指标。',
})
export class MetricType {
  @Field(() => ID, { description: 'Its key, such as certification.rate. 指标代码。' })
  key!: string;
  @Field(() => String, { description: "Its name in the reader's language. 名称。" })
  name!: string;
  @Field(() => MetricUnitEnum, { description: 'What the value is measured in. 单位。' })
  unit!: MetricUnit;
  @Field(() => MetricKindEnum, { description: 'Whether it is taken at a day or over a period. 类型。' })
  kind!: MetricKind;
  @Field(() => DirectionEnum, { description: 'Which way is better. 方向。' })
  better!: Direction;
  @Field(() => Float, {
    nullable: true,
    description:
      'The target in force on the day of the answer, today in the catalogue; null without one. 目标值。',
  })
  target!: number | null;
  @Field(() => DenominatorRuleEnum, {
    nullable: true,
    description:
      'Which employers it is counted over, under the setting of the answer; null where that makes no difference. 统计口径。',
  })
  denominatorRule!: DenominatorRule | null;
  @Field(() => [DimensionEnum], { description: 'What it can be cut and filtered by. 可用维度。' })
  dimensions!: readonly Dimension[];
  @Field(() => String, { description: 'What it says, in a sentence or two. 定义。' })
  definition!: string;
  @Field(() => String, { description: 'What is counted. 分子。' })
  numerator!: string;
  @Field(() => String, {
    nullable: true,
    description: 'What it is divided by; null for a count or a sum. 分母。',
  })
  denominator!: string | null;
  @Field(() => String, { description: 'The department that answers for it. 责任部门。' })
  owner!: string;
  @Field(() => String, { description: 'The document it comes from. 依据文件。' })
  source!: string;
  @Field(() => [FormEnum], { description: 'The forms that must have been delivered for it. 所需报表。' })
  sources!: readonly FormLetter[];
}

/** One figure with what it is compared with. */
@ObjectType('MetricValue', {
  simpleResolvers: true,
  description: 'A figure with its target and its comparison. 指标值。',
})
export class MetricValueType {
  @Field(() => Float, {
    nullable: true,
    description:
      'The figure; a ratio lies between 0 and 1. Null where nothing was delivered, the denominator is empty, or it is suppressed. 数值。',
  })
  value!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'What was counted; for a count or a sum the value itself. 分子。',
  })
  numerator!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'What it was divided by; null for a count or a sum. 分母。',
  })
  denominator!: number | null;
  @Field(() => Float, { nullable: true, description: 'The target on the last day of the period. 目标值。' })
  target!: number | null;
  @Field(() => TargetStatusEnum, {
    nullable: true,
    description: 'How the figure stands to its target. 达标情况。',
  })
  status!: TargetStatus | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The same a month earlier (stock) or over the period before (flow). 上期值。',
  })
  previous!: number | null;
  @Field(() => Float, { nullable: true, description: 'The same a year earlier. 去年同期值。' })
  lastYear!: number | null;
  @Field(() => MetricChangeType, {
    nullable: true,
    description: 'How it moved since `previous`; null where one of both is not known. 环比变化。',
  })
  sincePrevious!: MetricChange | null;
  @Field(() => MetricChangeType, {
    nullable: true,
    description: 'How it moved since `lastYear`; null where one of both is not known. 同比变化。',
  })
  sinceLastYear!: MetricChange | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many employers, workers or cases still lack to the target; null without a target or a value, or where it is no share. 距目标差额。',
  })
  gap!: number | null;
  @Field(() => [IndexPartType], {
    nullable: true,
    description: 'The parts of an index, those left out too; null for every other figure. 指数构成。',
  })
  parts!: IndexPartType[] | null;
  @Field(() => Boolean, {
    description:
      'Hidden because it speaks of one to four persons, or would give such a number away. 是否因人数过少而隐去。',
  })
  suppressed!: boolean;
}

/** Which part of the whole a point speaks of. */
@ObjectType('MetricCut', { simpleResolvers: true, description: 'One value of a dimension. 分组。' })
export class MetricCutType {
  @Field(() => DimensionEnum, { description: 'The dimension. 维度。' })
  dimension!: Dimension;
  @Field(() => String, { description: 'The code, such as LUOBU; UNKNOWN where it is empty. 代码。' })
  key!: string;
  @Field(() => String, { description: "The name of the code in the reader's language. 名称。" })
  label!: string;
}

/** One point of a series or one cut. */
@ObjectType('MetricPoint', {
  simpleResolvers: true,
  description: 'One point of a series, one cut, or both. 数据点。',
})
export class MetricPointType {
  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day of the calendar period; null without a grain. 期间首日。',
  })
  period!: Day | null;
  @Field(() => [MetricCutType], {
    description: 'What it is cut by, in the order asked for; empty for the whole. 分组。',
  })
  cuts!: MetricCutType[];
  @Field(() => MetricValueType, { description: 'The figure. 指标值。' })
  value!: MetricValueType;
}

/** A figure as it was asked for. */
@ObjectType('MetricAnswer', {
  simpleResolvers: true,
  description: 'A figure: its total, and points by period and by cut where asked for. 指标结果。',
})
export class MetricAnswerType {
  @Field(() => MetricType, { description: 'The metric with its definition. 指标。' })
  metric!: MetricType;
  @Field(() => DayScalar, { nullable: true, description: 'The day of a stock: its end counts. 时点。' })
  at!: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'First day of the period or series. 起始日期。' })
  from!: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Last day of the period or series, inclusive. 终止日期。',
  })
  to!: Day | null;
  @Field(() => MetricValueType, {
    description:
      'The figure over the whole, never suppressed; under a filter it is a part, and may be. 合计。',
  })
  total!: MetricValueType;
  @Field(() => [MetricPointType], {
    description: 'Points in period order, then by cut; every period present. 数据点。',
  })
  points!: MetricPointType[];
  @Field(() => MomentScalar, { description: 'When it was computed. 计算时间。' })
  computedAt!: Date;
}
