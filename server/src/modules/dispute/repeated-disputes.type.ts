import { Field, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar } from '../../kernel/scalars.ts';
import type { RowPage } from '../../metrics/rows/row-page.ts';
import type { RepeatedDispute } from './repeated-disputes.service.ts';

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
