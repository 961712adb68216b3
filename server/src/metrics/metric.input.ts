import { Field, InputType } from 'type-graphql';
import type { CodeFilter, MetricFilter } from './metric-filter.ts';

/** Operators on the key of a cut. */
@InputType('CodeFilter', {
  description:
    'Operators on one dimension; keys as in MetricCut.key, UNKNOWN for empty. All given ones must hold. 代码条件。',
})
export class CodeFilterInput implements CodeFilter {
  @Field(() => String, { nullable: true, description: 'Exactly this code. 等于。' })
  eq?: string | null;
  @Field(() => String, { nullable: true, description: 'Any other code, or none. 不等于。' })
  ne?: string | null;
  @Field(() => [String], {
    nullable: true,
    description: 'One of these codes; an empty list matches nothing. 属于。',
  })
  in?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'true: empty; false: filled. 是否为空。' })
  isNull?: boolean | null;
}

const operand = { nullable: true } as const;

/** Which employers or cases a figure counts. */
@InputType('MetricFilter', {
  description:
    'Which employers or cases a figure counts. All fields given must hold; a dimension that the metric lacks is refused. 指标筛选条件。',
})
export class MetricFilterInput implements MetricFilter {
  @Field(() => CodeFilterInput, { ...operand, description: 'By town: LUORONG, LUOBU, CORE. 所属区域。' })
  town?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, { ...operand, description: 'By industry section: A to T. 行业门类。' })
  industry?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, {
    ...operand,
    description: 'By size: LARGE, MEDIUM, SMALL, MICRO. 企业规模。',
  })
  size?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, {
    ...operand,
    description: 'By registration type, in its own words. 登记类型。',
  })
  registration?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, { ...operand, description: 'By cause of the dispute: 01 to 12, 99. 案由。' })
  cause?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, {
    ...operand,
    description: 'By mediation channel: UNION, HRSS, COURT. 调解渠道。',
  })
  channel?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, { ...operand, description: 'By outcome of the dispute. 结案方式。' })
  outcome?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, {
    ...operand,
    description:
      'By days from filing to closing: DAYS_0_5, DAYS_6_10, DAYS_11_15, DAYS_16_30, DAYS_OVER_30. 办理时长。',
  })
  duration?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, {
    ...operand,
    description:
      'By days since filing: DAYS_0_5, DAYS_6_10, DAYS_11_15, DAYS_16_30, DAYS_31_60, DAYS_OVER_60. 在办天数。',
  })
  age?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, {
    ...operand,
    description:
      'By judicial confirmation of the settlement: CONFIRMED, UNCONFIRMED, NO_SETTLEMENT. 司法确认。',
  })
  confirmation?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, {
    ...operand,
    description: 'By performance of the settlement: DONE, PARTIAL, NONE, NO_SETTLEMENT. 协议履行。',
  })
  performance?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, {
    ...operand,
    description: 'By subject of the inspection: 01 to 08, 99. 问题类别。',
  })
  subject?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, {
    ...operand,
    description: 'By source of the inspection: PATROL, COMPLAINT, WRITTEN_REVIEW, CAMPAIGN. 检查来源。',
  })
  source?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, { ...operand, description: 'By stage of certification. 认定阶段。' })
  stage?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, { ...operand, description: 'By compliance grade: A, B, C. 守法诚信等级。' })
  grade?: CodeFilterInput | null;
  @Field(() => CodeFilterInput, {
    ...operand,
    description: 'By the age of the filing in force: DAYS_0_90 … NONE. 备案新旧。',
  })
  freshness?: CodeFilterInput | null;
  @Field(() => [MetricFilterInput], { ...operand, description: 'All of these must hold. 且。' })
  and?: MetricFilterInput[] | null;
  @Field(() => [MetricFilterInput], { ...operand, description: 'At least one of these must hold. 或。' })
  or?: MetricFilterInput[] | null;
  @Field(() => MetricFilterInput, { ...operand, description: 'This must not hold. 非。' })
  not?: MetricFilterInput | null;
}
