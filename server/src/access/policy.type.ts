import { Field, ObjectType } from 'type-graphql';
import { enumType } from '../kernel/enum-type.ts';
import type { Action } from './policy.ts';
import type { RowScope } from './policy/row-scopes.ts';
import type { Role } from './roles.ts';
import { RoleEnum } from './viewer.type.ts';

const RowScopeEnum = enumType<RowScope>('RowScope', 'Which rows exist for a role. 行范围。', {
  DISTRICT: { zh: '全区', en: 'The whole district.' },
  OWN_TOWN: { zh: '本镇（片区）', en: 'Its own town.' },
  REFERRED: { zh: '移送的案件', en: 'The cases referred to it.' },
  NONE: { zh: '无', en: 'None: it has no case content.' },
});

/** An action and who may do it. */
@ObjectType('PolicyGrant', { simpleResolvers: true, description: 'An action, and who may do it. 一项授权。' })
export class PolicyGrantType {
  @Field(() => String, { description: 'The action, such as enterprise.read. 操作代码。' })
  action!: Action;
  @Field(() => String, { description: "What it is called in the reader's language. 操作名称。" })
  name!: string;
  @Field(() => [RoleEnum], { description: 'The roles that have it; nobody else does. 拥有该授权的角色。' })
  roles!: Role[];
  @Field(() => Boolean, { description: 'Whether a program with a token may do it. 程序可否使用。' })
  programs!: boolean;
}

/** A role and the rows that exist for it. */
@ObjectType('PolicyRows', {
  simpleResolvers: true,
  description: 'The rows that exist for a role. 角色的行范围。',
})
export class PolicyRowsType {
  @Field(() => RoleEnum, { description: 'The role. 角色。' })
  role!: Role;
  @Field(() => String, { description: "What it is called in the reader's language. 角色名称。" })
  name!: string;
  @Field(() => RowScopeEnum, { description: 'Which rows exist for it. 行范围。' })
  scope!: RowScope;
}

/** Who may do what, and for whom which rows exist. */
@ObjectType('Policy', {
  simpleResolvers: true,
  description:
    'Who may do what, and for whom which rows exist; what is not written here is refused. 授权总表。',
})
export class PolicyType {
  @Field(() => [PolicyGrantType], { description: 'Actions and who may do them. 授权。' })
  grants!: PolicyGrantType[];
  @Field(() => [PolicyRowsType], { description: 'Roles and the rows that exist for them. 行范围。' })
  rows!: PolicyRowsType[];
}
