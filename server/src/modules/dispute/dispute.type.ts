import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar, DecimalScalar } from '../../kernel/scalars.ts';
import { RecordType } from '../../read/record.type.ts';
import {
  disputeOutcomes, mediationChannels, performances,
  type DisputeOutcome, type MediationChannel, type Performance,
} from './dispute.codes.ts'; // prettier-ignore

export const MediationChannelEnum = enumType(
  'MediationChannel',
  'Which mediation body handles the case. 调解渠道。',
  mediationChannels,
);
export const DisputeOutcomeEnum = enumType(
  'DisputeOutcome',
  'How a case was closed. 结案方式。',
  disputeOutcomes,
);
export const PerformanceEnum = enumType(
  'Performance',
  'How far the settlement has been performed. 履行情况。',
  performances,
);

/** A cause of action of level 1. */
@ObjectType('Cause', {
  simpleResolvers: true,
  description: 'A cause of action, level 1 of the dictionary (劳动人事争议案由规定). 案由。',
})
export class CauseType {
  @Field(() => ID, { description: 'Code, such as 04; 99 is everything else. 代码。' })
  code!: string;
  @Field(() => String, { description: "Name in the reader's language. 名称。" })
  name!: string;
}

/** One dispute in mediation. */
@ObjectType('Dispute', {
  implements: NodeType,
  simpleResolvers: true,
  description:
    'One labour or personnel dispute in mediation (form D, 劳动人事争议案件台账). 劳动人事争议案件。',
})
export class DisputeType extends RecordType {
  @Field(() => String, { description: 'Case number as its department writes it. 案号。' })
  caseNo!: string;
  @Field(() => DayScalar, {
    description: 'Day of the application; the statutory days count from it. 申请日期。',
  })
  filedOn!: Day;
  @Field(() => String, {
    nullable: true,
    description: 'Applicant, masked; null for roles that see no personal data. 申请人（脱敏）。',
  })
  applicant!: string | null;
  @Field(() => Int, { description: 'Number of applicants; 10 or more make a collective dispute. 申请人数。' })
  applicants!: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether migrant workers apply; null where not stated. 农民工。',
  })
  migrant!: boolean | null;
  @Field(() => String, { description: "The respondent's name as the case states it. 被申请人。" })
  respondentName!: string;
  @Field(() => CauseType, { description: 'Cause of action, level 1. 案由。' })
  cause!: CauseType;
  @Field(() => String, { description: 'Cause as the department wrote it. 案由原文。' })
  causeText!: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'Amount in dispute, in yuan. 涉案金额（元）。' })
  amount!: string | null;
  @Field(() => MediationChannelEnum, { description: 'Which mediation body handles the case. 调解渠道。' })
  channel!: MediationChannel;
  @Field(() => DayScalar, { nullable: true, description: 'Day of acceptance. 受理日期。' })
  acceptedOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'Mediator in charge. 调解员。' })
  mediator!: string | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of closing; nothing else closes a case. 结案日期。',
  })
  closedOn!: Day | null;
  @Field(() => DisputeOutcomeEnum, { nullable: true, description: 'How it was closed. 结案方式。' })
  outcome!: DisputeOutcome | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Amount agreed, in yuan. 协议金额（元）。' })
  settlementAmount!: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a court confirmed the settlement (人民调解法 article 33). 司法确认。',
  })
  confirmed!: boolean | null;
  @Field(() => DayScalar, { nullable: true, description: 'Day of that confirmation. 确认日期。' })
  confirmedOn!: Day | null;
  @Field(() => PerformanceEnum, {
    nullable: true,
    description: 'How far the settlement has been performed. 履行情况。',
  })
  performance!: Performance | null;
  @Field(() => DayScalar, { nullable: true, description: 'Day of archiving. 归档日期。' })
  archivedOn!: Day | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the applicant lost the job. 是否失业。' })
  jobLost!: boolean | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of referral to the employment service. 就业转介日期。',
  })
  referredOn!: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'Day of re-employment. 再就业日期。' })
  reemployedOn!: Day | null;
  @Field(() => Boolean, { description: 'Whether it is filed and not closed at the end of today. 是否在办。' })
  open!: boolean;
  @Field(() => Boolean, {
    description:
      'Open, and more than 15 days since the application (劳动争议调解仲裁法 article 14). 是否超期。',
  })
  overdue!: boolean;
  @Field(() => Int, {
    description: 'Days from the application to the closing, or to today while it is open. 办理天数。',
  })
  daysOpen!: number;
}

export const DisputeConnection = connectionType(() => DisputeType, 'Dispute');
