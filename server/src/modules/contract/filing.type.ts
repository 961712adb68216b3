import { Field, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar, DecimalScalar } from '../../kernel/scalars.ts';
import { RecordType } from '../../read/record.type.ts';
import { filingKinds, type FilingKind } from './contract.codes.ts';

export const FilingKindEnum = enumType('FilingKind', 'Why the filing was made. 备案类型。', filingKinds);

/** What an employer said of its workers on one day. */
@ObjectType('Filing', {
  implements: NodeType,
  simpleResolvers: true,
  description:
    'A labour-use filing (form F, 一户一册备案): what an employer said of its workers on one day. 用工备案。',
})
export class FilingType extends RecordType {
  @Field(() => DayScalar, { description: 'Day of the filing. 备案日期。' })
  filedOn!: Day;
  @Field(() => FilingKindEnum, { description: 'Why it was made. 备案类型。' })
  kind!: FilingKind;
  @Field(() => Int, {
    description: 'Persons employed; the headcount while this filing is in force. 用工总数。',
  })
  workers!: number;
  @Field(() => Int, { description: 'Workers with a written contract. 签订劳动合同人数。' })
  contracted!: number;
  @Field(() => Int, { description: 'Workers with social insurance. 参加社会保险人数。' })
  insured!: number;
  @Field(() => Int, { nullable: true, description: 'Workers dispatched by an agency. 劳务派遣人数。' })
  dispatched!: number | null;
  @Field(() => Int, { nullable: true, description: 'Part-time workers. 非全日制人数。' })
  partTime!: number | null;
  @Field(() => Int, { nullable: true, description: 'Migrant workers. 农民工人数。' })
  migrant!: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the internal rules are filed. 规章制度备案。',
  })
  rulesFiled!: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether special working hours are approved. 特殊工时审批。',
  })
  specialHours!: boolean | null;
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Lowest monthly wage, in yuan. 最低月工资（元）。',
  })
  lowestWage!: string | null;
  @Field(() => String, { nullable: true, description: 'Filing number. 备案编号。' })
  filingNo!: string | null;
  @Field(() => Boolean, {
    description:
      'Whether it is the one that speaks today: the newest of its employer (of one day the later import, then the lower row), and no cancellation. 是否有效。',
  })
  inForce!: boolean;
}

export const FilingConnection = connectionType(() => FilingType, 'Filing');
