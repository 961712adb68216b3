import { Field, ObjectType } from 'type-graphql';
import { enumType } from '../kernel/enum-type.ts';
import type { Step } from '../kernel/errors.ts';
import { DayScalar } from '../kernel/scalars.ts';
import type { DenominatorRule } from './denominator-rule.ts';
import { DenominatorRuleEnum } from './denominator-rule.type.ts';
import { FormEnum } from './form.type.ts';
import type { FormLetter } from './policy.ts';
import { roleNames, type Role } from './roles.ts';
import { ViewerSecondFactorType, ViewerStepEnum } from './session.type.ts';
import { TownType } from './town.type.ts';
import { ViewerWallType } from './walls/wall-link.type.ts';

export const RoleEnum = enumType<Role>('Role', 'A role that is granted for a term. 角色。', roleNames);

const ViewerKindEnum = enumType<ViewerKind>('ViewerKind', 'How the viewer signed in. 登录方式。', {
  PERSON: { zh: '个人', en: 'A person with a session.' },
  TOKEN: { zh: '程序', en: 'A program with a token.' },
  WALL: { zh: '大屏', en: 'A wall, opened by its link; sums alone.' },
  ANONYMOUS: { zh: '未登录', en: 'Nobody has signed in.' },
});
type ViewerKind = 'PERSON' | 'TOKEN' | 'WALL' | 'ANONYMOUS';

/** Who is asking, and what they may do. */
@ObjectType('Viewer', {
  description: 'Who is asking, and what they may do. 当前用户。',
  simpleResolvers: true,
})
export class ViewerType {
  @Field(() => String, { description: 'Display name; empty for nobody. 姓名或名称。' })
  name!: string;

  @Field(() => String, { nullable: true, description: "The person's account; null for programs. 账号。" })
  username!: string | null;

  @Field(() => ViewerKindEnum, { description: 'How the viewer signed in. 登录方式。' })
  kind!: ViewerKind;

  @Field(() => RoleEnum, { nullable: true, description: 'The role held today. 当前角色。' })
  role!: Role | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: "Last day of the role's term; null while it is open. 任期截止日。",
  })
  roleUntil!: string | null;

  @Field(() => ViewerStepEnum, {
    nullable: true,
    description: 'What to do before anything else; nothing is granted until then. 须先完成的步骤。',
  })
  next!: Step | null;

  @Field(() => ViewerSecondFactorType, {
    nullable: true,
    description: 'How it stands with the second factor; null for programs. 双因素。',
  })
  secondFactor!: ViewerSecondFactorType | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the pages begin in: zh or en; null for programs. 界面语言。',
  })
  preferredLanguage!: string | null;

  @Field(() => ViewerWallType, {
    nullable: true,
    description: 'What a wall shows; null for everybody else. 大屏内容。',
  })
  wall!: ViewerWallType | null;

  @Field(() => TownType, { nullable: true, description: 'The town that a viewer is limited to. 所属镇。' })
  town!: TownType | null;

  @Field(() => [TownType], {
    description: 'Towns to choose from, in their order: all, or the own one. 可选的镇（片区）。',
  })
  towns!: TownType[];

  @Field(() => String, { description: 'Language of messages and names: zh or en. 语言。' })
  language!: string;

  @Field(() => Boolean, { description: 'A one-time password is still to be changed. 须先修改密码。' })
  mustChangePassword!: boolean;

  @Field(() => [String], { description: 'Actions granted, such as enterprise.read. 已授权的操作。' })
  actions!: string[];

  @Field(() => [FormEnum], { description: 'Forms the viewer may send in. 可报送的表种。' })
  imports!: readonly FormLetter[];

  @Field(() => DenominatorRuleEnum, { description: 'Which employers rates are counted over. 分母口径。' })
  denominator!: DenominatorRule;

  @Field(() => Boolean, { description: 'The demo district is loaded. 当前为演示数据。' })
  demo!: boolean;

  @Field(() => DayScalar, { description: 'Today in Asia/Shanghai. 今天（北京时间）。' })
  today!: string;
}

/** The viewer as they are after an act on their own account. */
@ObjectType('ViewerPayload', {
  simpleResolvers: true,
  description: 'The viewer after an act on their own account. 当前用户。',
})
export class ViewerPayload {
  @Field(() => ViewerType, { description: 'Who asked. 当前用户。' })
  viewer!: ViewerType;
}
