import { Field, ID, Int, ObjectType } from 'type-graphql';
import { TownType } from '../../access/town.type.ts';
import type { Day } from '../../kernel/days.ts';
import { enumType } from '../../kernel/enum-type.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar } from '../../kernel/scalars.ts';
import { RecordType } from '../../read/record.type.ts';
import {
  enterpriseSizes,
  enterpriseStatuses,
  integrityGrades,
  type EnterpriseSize,
  type EnterpriseStatus,
  type IntegrityGrade,
} from './enterprise.codes.ts';

export const EnterpriseSizeEnum = enumType(
  'EnterpriseSize',
  'Size class of an employer (统计上大中小微型企业划分办法 2017), as the roster states it. 企业规模。',
  enterpriseSizes,
);
export const EnterpriseStatusEnum = enumType(
  'EnterpriseStatus',
  'Business status as the newest roster states it. 经营状态。',
  enterpriseStatuses,
);

export const IntegrityGradeEnum = enumType(
  'IntegrityGrade',
  'Integrity grade in labour security (企业劳动保障守法诚信等级评价办法): A no violation found, B violations, C grave or repeated ones. 守法诚信等级。',
  integrityGrades,
);

/** A section of the classification of the national economy. */
@ObjectType('Industry', {
  simpleResolvers: true,
  description: 'A section of GB/T 4754-2017. 国民经济行业门类。',
})
export class IndustryType {
  @Field(() => ID, { description: 'Section letter A–T (GB/T 4754-2017). 门类代码。' })
  code!: string;
  @Field(() => String, { description: "Name in the reader's language. 名称。" })
  name!: string;
}

/** One employer on the roster. */
@ObjectType('Enterprise', {
  implements: NodeType,
  simpleResolvers: true,
  description: 'An employer on the roster of form E (企业名录), the subject of every other fact. 用人单位。',
})
export class EnterpriseType extends RecordType {
  @Field(() => String, {
    description: 'Unified social credit code, 18 characters (GB 32100-2015). 统一社会信用代码。',
  })
  uscc!: string;
  @Field(() => String, { description: 'Present name on the roster. 企业名称。' })
  name!: string;
  @Field(() => [String], { description: 'Names it had on earlier rosters, oldest first. 曾用名。' })
  formerNames!: string[];
  @Field(() => TownType, { description: 'Town or area it belongs to. 所属区域。' })
  town!: TownType;
  @Field(() => IndustryType, { description: 'Industry section (GB/T 4754-2017). 行业门类。' })
  industry!: IndustryType;
  @Field(() => String, {
    nullable: true,
    description: 'Industry division such as C36, where the roster gives it (GB/T 4754-2017). 行业大类代码。',
  })
  industryDivision!: string | null;
  @Field(() => EnterpriseSizeEnum, {
    nullable: true,
    description: 'Size class; null where the roster leaves it empty. 企业规模。',
  })
  size!: EnterpriseSize | null;
  @Field(() => String, {
    nullable: true,
    description: 'Registration type as the roster writes it. 登记类型。',
  })
  registration!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Legal representative, masked (张**); null for roles that see no personal data. 法定代表人（脱敏）。',
  })
  legalRepresentative!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Contact person, masked; null for roles that see no personal data. 联系人（脱敏）。',
  })
  contact!: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Telephone, masked (138****1234); null for roles that see no personal data. 联系电话（脱敏）。',
  })
  phone!: string | null;
  @Field(() => Int, { description: 'Persons employed, as the newest roster states it. 职工人数（人）。' })
  staff!: number;
  @Field(() => DayScalar, {
    description: 'Day of founding; the employer counts from this day on. 成立日期。',
  })
  foundedOn!: Day;
  @Field(() => EnterpriseStatusEnum, { description: 'Business status of the newest roster. 经营状态。' })
  status!: EnterpriseStatus;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Day of deregistration; from this day on it no longer counts. 注销日期。',
  })
  closedOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'Registered address. 注册地址。' })
  address!: string | null;
  @Field(() => IntegrityGradeEnum, {
    nullable: true,
    description: 'Grade of its newest inspection that gives one; null without. 守法诚信等级。',
  })
  integrityGrade!: IntegrityGrade | null;
}

export const EnterpriseConnection = connectionType(() => EnterpriseType, 'Enterprise');
