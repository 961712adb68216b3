import { Field, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar } from '../../kernel/scalars.ts';
import { RecordType } from '../../read/record.type.ts';
import { agreementKinds, unionForms, type AgreementKind, type UnionForm } from './union.codes.ts';

export const UnionFormEnum = enumType(
  'UnionForm',
  'How the employees are organised in a union. 建会形式。',
  unionForms,
);
export const AgreementKindEnum = enumType(
  'AgreementKind',
  'Kind of collective agreement. 集体合同类别。',
  agreementKinds,
);

/** One agreement between a union and its employer. */
@ObjectType('Agreement', {
  simpleResolvers: true,
  description:
    'A collective agreement of the union with its employer (劳动合同法 chapter 5, section 1). 集体合同。',
})
export class AgreementType {
  @Field(() => AgreementKindEnum, { description: 'What it is about. 类别。' })
  kind!: AgreementKind;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'First day in force; form U gives none for WOMEN. 起始日期。',
  })
  startsOn!: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Last day in force; null is open-ended. 终止日期。',
  })
  endsOn!: Day | null;
}

/** The union of an employer. */
@ObjectType('Union', {
  implements: NodeType,
  simpleResolvers: true,
  description: 'The union of one employer, as form U (工会建设情况表) states it; one row an employer. 工会。',
})
export class UnionType extends RecordType {
  @Field(() => UnionFormEnum, {
    description: 'How the employees are organised; NONE: no union at all. 建会形式。',
  })
  form!: UnionForm;
  @Field(() => String, { nullable: true, description: 'Name of the union. 工会名称。' })
  name!: string | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of founding; null when there is no union. 建会日期。',
  })
  foundedOn!: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of dissolution; takes effect on that day. 撤销日期。',
  })
  dissolvedOn!: Day | null;
  @Field(() => Int, { description: 'Members, in persons. 会员人数（人）。' })
  members!: number;
  @Field(() => String, {
    nullable: true,
    description: 'Chair, masked; null for roles that see no personal data. 工会主席（脱敏）。',
  })
  chair!: string | null;
  @Field(() => [AgreementType], { description: 'Its collective agreements, past ones included. 集体合同。' })
  agreements!: AgreementType[];
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Last day of its collective contract, as in `agreements`. 集体合同终止日期。',
  })
  collectiveEndsOn!: Day | null;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Last day of its wage agreement, as in `agreements`. 工资专项集体合同终止日期。',
  })
  wageEndsOn!: Day | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether there is a workers' congress; null where not stated. 职代会。",
  })
  congress!: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether plant affairs are disclosed; null where not stated. 厂务公开。',
  })
  disclosure!: boolean | null;
}

export const UnionConnection = connectionType(() => UnionType, 'Union');
