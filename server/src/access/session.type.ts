import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumType } from '../kernel/enum-type.ts';
import type { Step } from '../kernel/errors.ts';
import { MomentScalar } from '../kernel/scalars.ts';
import { ActInput } from './act-input.type.ts';

/** What a person has to do before anything else. */
export const ViewerStepEnum = enumType<Step>(
  'ViewerStep',
  'What a person has to do before anything else. 登录后须先完成的步骤。',
  {
    PASSWORD: { zh: '修改一次性密码', en: 'Change the one-time password.' },
    ENROLMENT: { zh: '绑定验证器', en: 'Enrol an authenticator, as the role requires.' },
    SECOND_FACTOR: { zh: '输入验证码', en: 'Prove the second factor.' },
  },
);

/** How it stands with one's own second factor. */
@ObjectType('ViewerSecondFactor', {
  simpleResolvers: true,
  description: 'How it stands with your second factor. 本人的双因素。',
})
export class ViewerSecondFactorType {
  @Field(() => Boolean, { description: 'An authenticator has been enrolled. 已绑定验证器。' })
  enrolled!: boolean;
  @Field(() => Boolean, { description: 'The role held today requires one. 当前角色必须使用。' })
  required!: boolean;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When this session last proved it. 本会话最近验证时间。',
  })
  provenAt!: Date | null;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'Until when that counts as just proven. 该次验证的有效期。',
  })
  freshUntil!: Date | null;
}

/** A browser that has signed in. */
@ObjectType('Session', { simpleResolvers: true, description: 'A browser that has signed in. 登录会话。' })
export class SessionType {
  @Field(() => ID, { description: 'Such as Session:12. 编号。' })
  id!: string;
  @Field(() => Boolean, { description: 'The one that asks. 是否为当前会话。' })
  current!: boolean;
  @Field(() => MomentScalar, { description: 'When it began. 登录时间。' })
  createdAt!: Date;
  @Field(() => MomentScalar, { description: 'When it last asked, to the minute. 最近活动时间。' })
  seenAt!: Date;
  @Field(() => MomentScalar, { description: 'When it ends however busy. 最晚结束时间。' })
  expiresAt!: Date;
  @Field(() => MomentScalar, { nullable: true, description: 'When it was ended. 结束时间。' })
  endedAt!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'Network address it signed in from. 登录时的网络地址。',
  })
  address!: string | null;
  @Field(() => String, { nullable: true, description: 'How the browser describes itself. 浏览器标识。' })
  agent!: string | null;
  @Field(() => MomentScalar, {
    nullable: true,
    description: 'When it last proved the second factor. 最近双因素验证时间。',
  })
  provenAt!: Date | null;
}

/** Which session is to end. */
@InputType({ description: 'Which session is to end. 要结束的会话。' })
export class EndSessionInput extends ActInput {
  @Field(() => ID, { description: 'Of one of your own sessions. 本人会话的编号。' })
  id!: string;
}

/** Every session but the one that asks is to end. */
@InputType({ description: 'Every session but the one that asks is to end. 结束其他会话。' })
export class EndOtherSessionsInput extends ActInput {}

/** What ended. */
@ObjectType('SessionsPayload', {
  simpleResolvers: true,
  description: 'The sessions that ended. 已结束的会话。',
})
export class SessionsPayload {
  @Field(() => [SessionType], { description: 'Each with its end. 会话。' })
  sessions!: readonly SessionType[];
}

/** What the pages are to begin in. */
@InputType({ description: 'What the pages are to begin in. 界面语言。' })
export class SetLanguageInput extends ActInput {
  @Field(() => String, { description: 'zh or en. 语言。' })
  language!: string;
}
