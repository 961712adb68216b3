import { Field, Float, ID, ObjectType } from 'type-graphql';
import type { MetricUnit } from './define-metric.ts';
import { MetricUnitEnum } from './metric.enums.ts';

/** One part of an index. */
@ObjectType('IndexPart', {
  simpleResolvers: true,
  description: 'One part of an index: what it is worth and what it has earned. 指数构成项。',
})
export class IndexPartType {
  @Field(() => ID, { description: 'Key of the metric it stands on. 指标代码。' })
  key!: string;
  @Field(() => String, { description: "Its name in the reader's language. 名称。" })
  name!: string;
  @Field(() => MetricUnitEnum, { description: 'What its value is measured in. 单位。' })
  unit!: MetricUnit;
  @Field(() => Float, { description: 'What it is worth in full. 权重。' })
  weight!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'The figure: at the day, or over the 12 months ending at it; null without data. 数值。',
  })
  value!: number | null;
  @Field(() => Float, { nullable: true, description: 'The target that earns its whole weight. 目标值。' })
  target!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'What it has earned of its weight; null where it is left out. 得分。',
  })
  points!: number | null;
  @Field(() => Boolean, { description: 'Whether it counts; a part without data is left out. 是否计入。' })
  included!: boolean;
}
