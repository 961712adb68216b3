import { Authorized, Field, ID, Int, ObjectType } from 'type-graphql';
import type { Action } from '../policy.ts';
import { connectionType } from '../../kernel/page.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';

/** Who somebody is to an issuer of single sign-on. */
@ObjectType('PersonIdentity', {
  simpleResolvers: true,
  description: 'Who a person is to an issuer of single sign-on. 单点登录身份。',
})
export class PersonIdentityType {
  @Field(() => String, { description: 'The issuer, as its tokens name it. 签发方。' })
  issuer!: string;
  @Field(() => String, { description: "The issuer's name of the person. 签发方内的标识。" })
  subject!: string;
  @Field(() => MomentScalar, { description: 'Since when it is linked. 关联时间。' })
  linkedAt!: Date;
}

/** Somebody who may sign in. */
@ObjectType('Person', {
  simpleResolvers: true,
  description: 'Somebody who may sign in; what they may do, their role says. 用户。',
})
export class PersonType {
  @Field(() => ID, { description: 'Such as Person:12. 编号。' })
  id!: string;
  @Field(() => String, { description: 'The name of the account. 账号。' })
  username!: string;
  @Field(() => String, { description: 'What the person is called. 姓名。' })
  name!: string;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Since when the account is barred; null while it is not. 停用时间。',
  })
  disabledAt!: Date | null;
  @Authorized<Action>('person.read')
  @Field(() => Boolean, {
    simple: false,
    description: 'A one-time password is still to be changed. 须先修改密码。',
  })
  mustChangePassword!: boolean;
  @Authorized<Action>('person.read')
  @Field(() => Boolean, {
    simple: false,
    description: 'Signs in with a password; false for single sign-on alone. 是否有本地密码。',
  })
  hasPassword!: boolean;
  @Authorized<Action>('person.read')
  @Field(() => Boolean, { simple: false, description: 'A second factor is in force. 是否已绑定双因素。' })
  secondFactor!: boolean;
  @Field(() => MomentScalar, { description: 'When the account was made. 创建时间。' })
  createdAt!: Date;
  @Authorized<Action>('person.read')
  @Field(() => MomentScalar, {
    nullable: true,
    simple: false,
    description: 'The last sign-in; null before the first. 最近登录时间。',
  })
  lastSignInAt!: Date | null;
  @Field(() => Int, { description: 'To be handed in with an act on the person. 版本。' })
  version!: number;
}

export const PersonConnection = connectionType(() => PersonType, 'Person');
