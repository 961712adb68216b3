import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar, MomentScalar } from '../../kernel/scalars.ts';
import { MetricFilterInput } from '../../metrics/metric.input.ts';
import type { RowPage } from '../../metrics/rows/row-page.ts';
import type { RepeatedDispute, RepeatedDisputeAsked } from './repeated-disputes.service.ts';

/** An employer against whom several cases were filed in a period. */
@ObjectType('RepeatedDispute', {
  simpleResolvers: true,
  description: 'An employer with two or more disputes filed in the period. 争议多发的用人单位。',
})
export class RepeatedDisputeType implements RepeatedDispute {
  @Field(() => Int, { description: 'Cases filed against it in the period. 案件数。' })
  disputes!: number;
  @Field(() => Int, { description: 'Applicants of these cases together. 涉及人数。' })
  people!: number;
  @Field(() => DayScalar, { description: 'Day on which the last of them was filed. 最近申请日期。' })
  lastFiledOn!: Day;
  /** Not published: the employer's id, and the page it stands on. */
  ids!: { readonly ENTERPRISE: number };
  page!: RowPage;
}

/** A page of employers with repeated disputes. */
export const RepeatedDisputeConnection = connectionType(() => RepeatedDisputeType, 'RepeatedDispute');

/** Which period and whose cases a caller asks for. */
@ArgsType()
export class RepeatedDisputeArgs extends ForwardArgs implements RepeatedDisputeAsked {
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
  @Field(() => MetricFilterInput, {
    nullable: true,
    description: 'Counts only these cases; the dimensions are those of dispute.filed. 筛选条件。',
  })
  filter?: MetricFilterInput | null;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Answers from what the hub knew at this moment. 按当时已知数据计算。',
  })
  asKnownAt?: Date | null;
}
