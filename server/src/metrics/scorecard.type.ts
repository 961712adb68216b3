import { Field, ObjectType } from 'type-graphql';
import { MetricType, MetricValueType } from './metric.type.ts';

/** One tile of the scorecard. */
@ObjectType('ScorecardItem', {
  simpleResolvers: true,
  description: 'One figure of the park scorecard. 记分卡项目。',
})
export class ScorecardItemType {
  @Field(() => MetricType, { description: 'The metric with its definition. 指标。' })
  metric!: MetricType;
  @Field(() => MetricValueType, { description: 'The figure. 指标值。' })
  value!: MetricValueType;
}
