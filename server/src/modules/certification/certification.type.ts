import { Field, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar, DecimalScalar } from '../../kernel/scalars.ts';
import { RecordType } from '../../read/record.type.ts';
import {
  certificationConditions, certificationStages, type CertificationCondition,
} from './certification.codes.ts'; // prettier-ignore

export const CertificationConditionEnum = enumType(
  'CertificationCondition',
  'A condition that the row of form A must show before its title counts. 认定条件。',
  certificationConditions,
);
export const CertificationStageEnum = enumType(
  'CertificationStage',
  'Where an application stands on a day, read from its dates and not from its stated status. 认定阶段。',
  certificationStages,
);

/** One application for the title of harmonious enterprise. */
@ObjectType('Certification', {
  implements: NodeType,
  simpleResolvers: true,
  description:
    'One application of an employer for the title of harmonious enterprise (form A, 和谐企业认定台账). 和谐企业认定申报。',
})
export class CertificationType extends RecordType {
  @Field(() => DayScalar, { description: 'Day of the application. 申报日期。' })
  filedOn!: Day;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Score of the self-assessment, in points. 自评得分。',
  })
  selfScore!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Persons who took part in the self-assessment. 自评参加人数。',
  })
  selfParticipants!: number | null;
  @Field(() => Int, { nullable: true, description: 'Of them, representatives of the union. 工会代表人数。' })
  unionRepresentatives!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Of them, representatives of the workers. 职工代表人数。',
  })
  workerRepresentatives!: number | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of the notice inside the plant. 厂内公示日期。',
  })
  internalNoticeOn!: Day | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Score of the review, in points. 审核得分。' })
  reviewScore!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'First day of the public notice. 公示开始日期。' })
  noticeFrom!: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day of the public notice. 公示结束日期。' })
  noticeTo!: Day | null;
  @Field(() => String, {
    nullable: true,
    description: 'Channels of the public notice, as written. 公示渠道。',
  })
  noticeChannels!: string | null;
  @Field(() => Int, { nullable: true, description: 'Objections received; null where not stated. 异议数。' })
  objections!: number | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of the title; it counts from this day on. 认定日期。',
  })
  certifiedOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'Grade of the title, as written. 认定等级。' })
  grade!: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the certificate. 证书编号。' })
  certificateNo!: string | null;
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'Last day of validity: as given, else the title plus the term of the setting (3 years) less one day. 有效期至。',
  })
  validTo!: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of the revocation; takes effect on that day. 撤销日期。',
  })
  revokedOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'Reason of the revocation. 撤销原因。' })
  revocationReason!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Status as the file states it; the stage does not follow it. 状态（原文）。',
  })
  statedStatus!: string | null;
  @Field(() => Boolean, {
    description: 'Whether the row shows all the conditions; only then does a title count. 符合全部条件。',
  })
  qualified!: boolean;
  @Field(() => [CertificationConditionEnum], {
    description: 'The conditions that the row does not show. 所缺条件。',
  })
  lacking!: CertificationCondition[];
}

export const CertificationConnection = connectionType(() => CertificationType, 'Certification');
