import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../kernel/page.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { KeyType } from '../key.type.ts';
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
export class AccessTokenType extends KeyType {
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
  @Field(() => [AccessTokenSecretType], {
    description: 'The secrets it is good with now: two while a rotation overlaps. 有效密钥。',
  })
  secrets!: AccessTokenSecretType[];
}

export const AccessTokenConnection = connectionType(() => AccessTokenType, 'AccessToken');
