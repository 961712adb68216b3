import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar, DecimalScalar } from '../../kernel/scalars.ts';
import { RecordType } from '../../read/record.type.ts';
import { IntegrityGradeEnum } from '../enterprise/graphql.ts';
import type { IntegrityGrade } from '../enterprise/index.ts';
import { inspectionModes, inspectionSources, type InspectionMode, type InspectionSource } from './inspection.codes.ts'; // prettier-ignore

export const InspectionSourceEnum = enumType(
  'InspectionSource',
  'What led to the inspection (劳动保障监察条例 article 14). 来源。',
  inspectionSources,
);
export const InspectionModeEnum = enumType(
  'InspectionMode',
  'How it was carried out. 渠道。',
  inspectionModes,
);

/** A subject of inspection. */
@ObjectType('InspectionSubject', {
  simpleResolvers: true,
  description: 'A subject of labour security inspection (劳动保障监察条例 article 11). 问题类别。',
})
export class InspectionSubjectType {
  @Field(() => ID, { description: 'Code 01–08; 99 is everything else. 代码。' })
  code!: string;
  @Field(() => String, { description: "Name in the reader's language. 名称。" })
  name!: string;
}

/** One inspection and what followed from it. */
@ObjectType('Inspection', {
  implements: NodeType,
  simpleResolvers: true,
  description: 'One inspection by labour security (form I, 劳动保障监察台账). 劳动保障监察案件。',
})
export class InspectionType extends RecordType {
  @Field(() => String, { description: 'Case number as its department writes it. 案件编号。' })
  caseNo!: string;
  @Field(() => InspectionSourceEnum, { description: 'What led to it. 来源。' })
  source!: InspectionSource;
  @Field(() => InspectionModeEnum, { nullable: true, description: 'How it was carried out. 渠道。' })
  mode!: InspectionMode | null;
  @Field(() => DayScalar, { description: 'Day of the inspection. 检查日期。' })
  checkedOn!: Day;
  @Field(() => InspectionSubjectType, {
    nullable: true,
    description: 'Subject; null where none, or none of the nine, is stated. 问题类别。',
  })
  subject!: InspectionSubjectType | null;
  @Field(() => String, { nullable: true, description: 'Subject as the department wrote it. 问题类别原文。' })
  subjectText!: string | null;
  @Field(() => Int, { nullable: true, description: 'People concerned. 涉及人数。' })
  people!: number | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Amount concerned, in yuan. 涉及金额（元）。' })
  amount!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether a case was filed. 是否立案。' })
  filed!: boolean | null;
  @Field(() => DayScalar, { nullable: true, description: 'Day on which the case was filed. 立案日期。' })
  filedOn!: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'Day of the order to correct. 责令改正日期。' })
  correctionOrderedOn!: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Last day for the correction, counted out where the form gives a number of days. 整改期限。',
  })
  correctionDueOn!: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'Day on which it was corrected. 整改完成日期。' })
  correctedOn!: Day | null;
  @Field(() => DayScalar, { nullable: true, description: 'Day of closing. 结案日期。' })
  closedOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'Result. 处理结果。' })
  result!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Day of the summons. 约谈日期。' })
  summonsOn!: Day | null;
  @Field(() => String, {
    nullable: true,
    description: 'Person summoned, masked; null for roles that see no personal data. 约谈对象（脱敏）。',
  })
  summonsTarget!: string | null;
  @Field(() => IntegrityGradeEnum, {
    nullable: true,
    description: 'Integrity grade given to the employer. 守法诚信等级。',
  })
  grade!: IntegrityGrade | null;
  @Field(() => Boolean, {
    description: 'Whether a violation was found: a case filed or a correction ordered. 是否有违法行为。',
  })
  violation!: boolean;
  @Field(() => Boolean, {
    description: 'Whether the limit has passed without a correction, at the end of today. 是否逾期未整改。',
  })
  correctionOverdue!: boolean;
}

export const InspectionConnection = connectionType(() => InspectionType, 'Inspection');
