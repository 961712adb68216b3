import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import { ActInput } from '../act-input.type.ts';
import type { Role } from '../roles.ts';
import { RoleEnum } from '../viewer.type.ts';
import { PersonType } from './person.type.ts';

/** Which people are listed. */
@InputType({ description: 'Which people are listed; what is not said does not limit. 用户筛选。' })
export class PersonFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the account or of the name. 账号或姓名片段。',
  })
  text?: string | null;
  @Field(() => RoleEnum, { nullable: true, description: 'Those who hold this role today. 当前角色。' })
  role?: Role | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the account is barred. 是否停用。' })
  disabled?: boolean | null;
}

/** Arguments of the list of people. */
@ArgsType()
export class PersonListArgs extends ForwardArgs {
  @Field(() => PersonFilter, { nullable: true, description: 'Which people. 筛选。' })
  filter?: PersonFilter | null;
}

/** An identity of single sign-on. */
@InputType({ description: 'Who a person is to an issuer of single sign-on. 单点登录身份。' })
export class IdentityInput {
  @Field(() => String, { description: 'The issuer, as its tokens name it. 签发方。' })
  issuer!: string;
  @Field(() => String, { description: "The issuer's name of the person. 签发方内的标识。" })
  subject!: string;
}

/** An account to be made. */
@InputType({ description: 'An account to be made; it holds no role yet. 要新增的用户。' })
export class CreatePersonInput extends ActInput {
  @Field(() => String, { description: 'The name of the account. 账号。' })
  username!: string;
  @Field(() => String, { description: 'What the person is called. 姓名。' })
  name!: string;
  @Field(() => IdentityInput, {
    nullable: true,
    description: 'Signs in by single sign-on alone, so there is no password. 仅使用单点登录。',
  })
  identity?: IdentityInput | null;
}

/** Whose sessions are ended: it changes nothing of the person, so it asks for no version. */
@InputType({ description: 'Whose sessions are ended. 要结束会话的用户。' })
export class EndPersonSessionsInput extends ActInput {
  @Field(() => ID, { description: 'Whom: Person:12. 用户编号。' })
  person!: string;
  @Field(() => String, { nullable: true, description: 'Why; kept in the audit trail. 理由。' })
  reason?: string | null;
}

/** An act on a person. */
@InputType({ description: 'An act on a person as they were looked at. 对用户的操作。' })
export class PersonActInput extends EndPersonSessionsInput {
  @Field(() => Int, {
    description: 'The version that was looked at; another one standing is a conflict. 所见版本。',
  })
  version!: number;
}

/** An identity to be linked or unlinked. */
@InputType({ description: 'An identity of single sign-on, linked or unlinked. 关联或解除的身份。' })
export class PersonIdentityInput extends PersonActInput {
  @Field(() => String, { description: 'The issuer, as its tokens name it. 签发方。' })
  issuer!: string;
  @Field(() => String, { description: "The issuer's name of the person. 签发方内的标识。" })
  subject!: string;
}

/** What an act on a person answers. */
@ObjectType('PersonPayload', { simpleResolvers: true, description: 'The person as they stand. 操作结果。' })
export class PersonPayload {
  @Field(() => PersonType, { description: 'The person. 用户。' })
  person!: PersonType;
}

/** What making an account or a new password answers. */
@ObjectType('NewPasswordPayload', {
  simpleResolvers: true,
  description: 'The person, and the password they begin with. 用户及一次性密码。',
})
export class NewPasswordPayload extends PersonPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Shown in this answer and never again: null where the same act had been done before under its key, and for single sign-on. 一次性密码，只显示一次。',
  })
  oneTimePassword!: string | null;
}

/** What ending sessions answers. */
@ObjectType('EndedSessionsPayload', {
  simpleResolvers: true,
  description: 'The person, and how many of their sessions were ended. 结束会话的结果。',
})
export class EndedSessionsPayload extends PersonPayload {
  @Field(() => Int, { description: 'Sessions ended. 已结束的会话数。' })
  ended!: number;
}
