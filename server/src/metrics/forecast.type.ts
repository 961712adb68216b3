import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Day } from '../kernel/days.ts';
import { DayScalar } from '../kernel/scalars.ts';
import { MetricType } from './metric.type.ts';

/** One step of a target path. */
@ObjectType('TargetPoint', {
  simpleResolvers: true,
  description: 'A step of a target path; between two the target is linear by days. 目标路径点。',
})
export class TargetPointType {
  @Field(() => DayScalar, { description: 'The day. 日期。' })
  day!: Day;
  @Field(() => Float, { description: 'The target on that day, 0 to 1. 目标值。' })
  value!: number;
}

/** One point of the way ahead. */
@ObjectType('ForecastPoint', {
  simpleResolvers: true,
  description: 'The way ahead, for drawing: the day itself, then month ends. 预测点。',
})
export class ForecastPointType {
  @Field(() => DayScalar, { description: 'The day. 日期。' })
  day!: Day;
  @Field(() => Float, { description: 'Share certified at the net pace. 预测值。' })
  value!: number;
  @Field(() => Float, { description: 'Share at the slow end of the range. 下限。' })
  low!: number;
  @Field(() => Float, { description: 'Share at the fast end of the range. 上限。' })
  high!: number;
}

/** When the certification target is reached. */
@ObjectType('Forecast', {
  simpleResolvers: true,
  description:
    'When the certification target is reached at the present pace, and the pace needed. 认定率预测。',
})
export class ForecastType {
  @Field(() => DayScalar, { description: 'The day it is made for. 时点。' })
  at!: Day;
  @Field(() => MetricType, { description: 'The metric it is about. 指标。' })
  metric!: MetricType;
  @Field(() => Float, { description: 'Certified employers on the day. 已认定户数。' })
  certified!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Their share of the employers; null without employers. 认定率。',
  })
  rate!: number | null;
  @Field(() => Float, { description: 'Active employers on the day. 用人单位数。' })
  employers!: number;
  @Field(() => Float, { description: 'The target aimed at: the last point of its path. 目标值。' })
  target!: number;
  @Field(() => DayScalar, { description: 'The day from which that target holds. 目标生效日。' })
  targetOn!: Day;
  @Field(() => Boolean, { description: 'Already reached on the day. 是否已达标。' })
  targetReached!: boolean;
  @Field(() => Int, { description: 'Employers still to be certified for it. 差额户数。' })
  gap!: number;
  @Field(() => Int, { description: 'Employers certified beyond what the target needs. 超出户数。' })
  surplus!: number;
  @Field(() => Int, {
    nullable: true,
    description: 'Net employers over the last 90 days; null before any delivery. 近 90 天净增户数。',
  })
  net!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Net employers a day over the last 90 days; null before any delivery. 净增速度（户/日）。',
  })
  pace!: number | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'The day the target is reached at that pace; null if never. 预计达标日。',
  })
  date!: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'The same at the fast end of the range. 最早。' })
  earliest!: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'The same at the slow end of the range; null if never. 最晚。',
  })
  latest!: Day | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Net employers a day that would reach it by `by`. 所需速度（户/日）。',
  })
  paceNeeded!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The same in whole employers a week. 每周所需户数。',
  })
  weeklyNeeded!: number | null;
  @Field(() => DayScalar, { description: 'The day that paceNeeded aims at. 期限。' })
  by!: Day;
  @Field(() => [TargetPointType], { description: 'The steps of the target path. 目标路径。' })
  path!: TargetPointType[];
  @Field(() => [ForecastPointType], { description: 'The way ahead, for drawing. 预测曲线。' })
  points!: ForecastPointType[];
  @Field(() => String, { description: "The method, in the reader's language. 预测方法。" })
  method!: string;
}
