import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { DayScalar, MomentScalar } from '../../kernel/scalars.ts';
import type { Role } from '../roles.ts';
import { TownType } from '../town.type.ts';
import { RoleEnum } from '../viewer.type.ts';

/** One of the secrets a token is good with. */
@ObjectType('AccessTokenSecret', {
  simpleResolvers: true,
  description: 'A secret that a token is good with; its text is kept nowhere. 令牌密钥（不含原文）。',
})
export class AccessTokenSecretType {
  @Field(() => MomentScalar, { description: 'When it was made. 生成时间。' })
  createdAt!: Date;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When a rotation ends it; null: with the token. 失效时间。',
  })
  endsAt!: Date | null;
}

/** The key of a department's program. */
@ObjectType('AccessToken', {
  simpleResolvers: true,
  description: "The key of a department's program. 部门程序令牌。",
})
export class AccessTokenType {
  @Field(() => ID, { description: 'Such as AccessToken:3. 编号。' })
  id!: string;
  @Field(() => String, { description: 'What it is called. 名称。' })
  name!: string;
  @Field(() => RoleEnum, { description: 'In whose role it acts. 角色。' })
  role!: Role;
  @Field(() => TownType, { nullable: true, description: 'The town of the role TOWN. 所属镇。' })
  town!: TownType | null;
  @Field(() => String, {
    nullable: true,
    description: 'The credit code of the employer, for the role ENTERPRISE. 统一社会信用代码。',
  })
  enterprise!: string | null;
  @Field(() => [String], {
    nullable: true,
    description: 'The actions it is narrowed to; null: all that its role may. 限定的操作。',
  })
  operations!: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'The fields it is narrowed to, such as Enterprise.name; null: all. 限定的字段。',
  })
  fields!: string[] | null;
  @Field(() => String, { nullable: true, description: 'What it was given for. 用途。' })
  purpose!: string | null;
  @Field(() => [String], {
    nullable: true,
    description: 'The networks it may be used from, such as 10.1.0.0/16; null: anywhere. 允许的地址段。',
  })
  addresses!: string[] | null;
  @Field(() => MomentScalar, { description: 'When it was made. 创建时间。' })
  createdAt!: Date;
  @Field(() => String, { description: 'Who made it. 创建人。' })
  createdBy!: string;
  @Field(() => DayScalar, { description: 'The last day on which it is good. 到期日。' })
  expiresOn!: Day;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Its last use, to the minute; null before the first. 最近使用时间。',
  })
  lastUsedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Where it was last used from. 最近使用地址。' })
  lastAddress!: string | null;
  @Field(() => MomentScalar, { nullable: true, description: 'When it was revoked. 吊销时间。' })
  revokedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who revoked it. 吊销人。' })
  revokedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was revoked. 吊销理由。' })
  revokeReason!: string | null;
  @Field(() => Boolean, { description: 'Good today: neither expired nor revoked. 是否有效。' })
  live!: boolean;
  @Field(() => Int, { description: 'To be handed in with an act on the token. 版本。' })
  version!: number;
  @Field(() => [AccessTokenSecretType], {
    description: 'The secrets it is good with now: two while a rotation overlaps. 有效密钥。',
  })
  secrets!: AccessTokenSecretType[];
}

export const AccessTokenConnection = connectionType(() => AccessTokenType, 'AccessToken');
