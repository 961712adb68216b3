import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../kernel/days.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import { DayScalar } from '../../kernel/scalars.ts';
import { ActInput, DecidedActInput } from '../act-input.type.ts';
import type { Role } from '../roles.ts';
import { RoleEnum } from '../viewer.type.ts';
import { AccessTokenType } from './access-token.type.ts';

/** Which tokens are listed. */
@InputType({ description: 'Which tokens are listed; what is not said does not limit. 令牌筛选。' })
export class AccessTokenFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or purpose. 名称或用途片段。' })
  text?: string | null;
  @Field(() => RoleEnum, { nullable: true, description: 'Of this role. 角色。' })
  role?: Role | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is good today. 是否有效。' })
  live?: boolean | null;
}

/** Arguments of the list of tokens. */
@ArgsType()
export class AccessTokenListArgs extends ForwardArgs {
  @Field(() => AccessTokenFilter, { nullable: true, description: 'Which tokens. 筛选。' })
  filter?: AccessTokenFilter | null;
}

/** A token to be made. */
@InputType({ description: 'A token to be made for a department’s program. 要签发的令牌。' })
export class CreateAccessTokenInput extends ActInput {
  @Field(() => String, { description: 'What it is called. 名称。' })
  name!: string;
  @Field(() => RoleEnum, { description: 'In whose role it acts. 角色。' })
  role!: Role;
  @Field(() => ID, { nullable: true, description: 'Code of the town, for the role TOWN. 镇代码。' })
  town?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Credit code of the employer, for the role ENTERPRISE. 统一社会信用代码。',
  })
  enterprise?: string | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Actions of the role that it is narrowed to, such as enterprise.read. 限定的操作。',
  })
  operations?: string[] | null;
  @Field(() => [String], {
    nullable: true,
    description: 'Fields that it is narrowed to, such as Enterprise.name. 限定的字段。',
  })
  fields?: string[] | null;
  @Field(() => String, { description: 'What it is for; kept with it. 用途。' })
  purpose!: string;
  @Field(() => [String], {
    nullable: true,
    description: 'Networks it may be used from, such as 10.1.0.0/16 or 2001:db8::/32. 允许的地址段。',
  })
  addresses?: string[] | null;
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The last day on which it is good, at most 180 days on, which holds when nothing is said. 到期日。',
  })
  expiresOn?: Day | null;
}

/** A token to be given a new secret. */
@InputType({ description: 'A token to be given a new secret. 要轮换的令牌。' })
export class RotateAccessTokenInput extends DecidedActInput {
  @Field(() => ID, { description: 'Which: AccessToken:3. 令牌编号。' })
  id!: string;
  @Field(() => Int, {
    defaultValue: 24,
    description:
      'For so many hours the old secret is good beside the new one, at most 168. 新旧密钥并存小时数。',
  })
  overlapHours!: number;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'A new last day, at most 180 days on; as it was when nothing is said. 新的到期日。',
  })
  expiresOn?: Day | null;
}

/** A token to be revoked. */
@InputType({ description: 'A token to be revoked, within two seconds everywhere. 要吊销的令牌。' })
export class RevokeAccessTokenInput extends DecidedActInput {
  @Field(() => ID, { description: 'Which: AccessToken:3. 令牌编号。' })
  id!: string;
  @Field(() => String, { description: 'Why; kept with the token. 理由。' })
  reason!: string;
}

/** What revoking a token answers. */
@ObjectType('AccessTokenPayload', {
  simpleResolvers: true,
  description: 'The token as it stands. 操作结果。',
})
export class AccessTokenPayload {
  @Field(() => AccessTokenType, { description: 'The token. 令牌。' })
  accessToken!: AccessTokenType;
}

/** What making or rotating a token answers. */
@ObjectType('NewAccessTokenPayload', {
  simpleResolvers: true,
  description: 'The token, and its text. 令牌及其原文。',
})
export class NewAccessTokenPayload extends AccessTokenPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Its text, shown in this answer and never again: null where the same act had been done before under its key. 令牌原文，只显示一次。',
  })
  token!: string | null;
}
