import { Field, ID, Int, ObjectType } from 'type-graphql';
import { FormEnum } from '../../access/form.type.ts';
import type { FormLetter } from '../../access/policy.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { departments, type Department } from '../../ingest/define-departments.ts';
import { qualityKinds, type QualityKindName } from './quality.codes.ts';

export const QualityIssueKindEnum = enumType<QualityKindName>(
  'QualityIssueKind',
  'In what two libraries disagree. 数据质量问题类别。',
  qualityKinds,
);

export const DepartmentEnum = enumType<Department>(
  'Department',
  'Who puts a disagreement right: a department that sends forms. 责任部门。',
  departments,
);

/** What one library says, and where that is written. */
@ObjectType('QualitySource', {
  simpleResolvers: true,
  description: 'What one side of a disagreement says, and the row that says so. 一方的记载及出处。',
})
export class QualitySourceType {
  @Field(() => FormEnum, { description: 'The form it comes from. 报表。' })
  form!: FormLetter;
  @Field(() => String, { description: 'What it says, without personal data. 记载内容。' })
  says!: string;
  @Field(() => String, { nullable: true, description: 'File; null where nothing is written. 文件。' })
  fileName!: string | null;
  @Field(() => String, { nullable: true, description: 'Sheet of the file. 工作表。' })
  sheet!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Row of the sheet; of several that are counted, the newest. 行号。',
  })
  row!: number | null;
  @Field(() => ID, { nullable: true, description: 'The import, for import(id). 导入编号。' })
  importId!: string | null;
}

/** One open disagreement. */
@ObjectType('QualityIssue', {
  implements: NodeType,
  simpleResolvers: true,
  description: 'A point in which two libraries cannot both be right; it goes when they agree. 数据质量问题。',
})
export class QualityIssueType extends NodeType {
  @Field(() => QualityIssueKindEnum, { description: 'In what they disagree. 类别。' })
  kind!: QualityKindName;
  @Field(() => FormEnum, { description: 'Form of the first side. 报表。' })
  form!: FormLetter;
  @Field(() => FormEnum, {
    nullable: true,
    description: 'Form of the other side, if there is one. 对照报表。',
  })
  otherForm!: FormLetter | null;
  @Field(() => String, { description: 'The disagreement in words. 问题。' })
  text!: string;
  @Field(() => String, { description: 'What is to be done, and by whom. 处理建议。' })
  nextStep!: string;
  @Field(() => QualitySourceType, { description: 'What the first side says. 一方。' })
  left!: QualitySourceType;
  @Field(() => QualitySourceType, {
    nullable: true,
    description: 'What the other side says; null where a single row contradicts its own form. 另一方。',
  })
  right!: QualitySourceType | null;
  @Field(() => MomentScalar, { nullable: true, description: 'Since when the hub knows of it. 发现时间。' })
  foundAt!: Date | null;
}

export const QualityIssueConnection = connectionType(() => QualityIssueType, 'QualityIssue');

/** How many disagreements of one kind are open. */
@ObjectType('QualityIssueCount', {
  simpleResolvers: true,
  description: 'How many disagreements of one kind are open. 各类问题数。',
})
export class QualityIssueCountType {
  @Field(() => QualityIssueKindEnum, { description: 'The kind. 类别。' })
  kind!: QualityKindName;
  @Field(() => String, { description: "The kind in the reader's language. 名称。" })
  text!: string;
  @Field(() => String, { description: 'What is to be done. 处理建议。' })
  nextStep!: string;
  @Field(() => FormEnum, { description: 'Form of the first side. 报表。' })
  form!: FormLetter;
  @Field(() => FormEnum, { nullable: true, description: 'Form of the other side. 对照报表。' })
  otherForm!: FormLetter | null;
  @Field(() => Int, { description: 'Open issues within your towns. 未解决数。' })
  count!: number;
  @Field(() => Int, { description: 'Employers they concern. 涉及用人单位数。' })
  employers!: number;
  @Field(() => DepartmentEnum, { description: 'Who sees to it that it is put right. 责任部门。' })
  department!: Department;
}

/** How many disagreements wait for one department. */
@ObjectType('QualityIssueDepartment', {
  simpleResolvers: true,
  description: 'How many disagreements wait for one department. 各部门待改正的问题数。',
})
export class QualityIssueDepartmentType {
  @Field(() => DepartmentEnum, { description: 'The department. 部门。' })
  department!: Department;
  @Field(() => String, { description: "Its name in the reader's language. 名称。" })
  name!: string;
  @Field(() => [QualityIssueKindEnum], { description: 'The kinds that wait for it. 问题类别。' })
  kinds!: readonly QualityKindName[];
  @Field(() => Int, { description: 'Open issues within your towns. 未解决数。' })
  count!: number;
  @Field(() => Int, { description: 'Employers they concern; one with several counts once. 涉及用人单位数。' })
  employers!: number;
}
