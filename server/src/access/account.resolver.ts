import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import type { AccessService } from './access.service.ts';
import type { Action } from './policy.ts';
import type { RequestContext } from './request-context.ts';
import {
  EndOtherSessionsInput, EndSessionInput, SessionsPayload, SessionType, SetLanguageInput,
} from './session.type.ts'; // prettier-ignore
import type { ViewerService } from './viewer.service.ts';
import { ViewerPayload, ViewerType } from './viewer.type.ts';

type AccountContext = RequestContext<{ readonly access: AccessService; readonly viewer: ViewerService }>;

/** Everybody's own account: sessions and language. Passwords and second factors are outside GraphQL. */
@Resolver(() => ViewerType)
export class AccountResolver {
  @FieldResolver(() => [SessionType], {
    description: 'Your browsers that are signed in, the asking one first. 本人的登录会话。',
  })
  sessions(@Ctx() { services, viewer }: AccountContext): Promise<SessionType[]> {
    return services.access.account.sessions(viewer);
  }

  @Authorized<Action>('account.write')
  @Mutation(() => SessionsPayload, { description: 'Ends one of your own sessions. 结束本人的一个会话。' })
  endSession(
    @Arg('input', () => EndSessionInput, { description: 'Which. 会话。' }) input: EndSessionInput,
    @Ctx() { services, viewer }: AccountContext,
  ): Promise<SessionsPayload> {
    return services.access.account.endSession(viewer, input);
  }

  @Authorized<Action>('account.write')
  @Mutation(() => SessionsPayload, {
    description: 'Ends all of your sessions but this one. 结束本人的其他会话。',
  })
  endOtherSessions(
    @Arg('input', () => EndOtherSessionsInput, { description: 'Nothing more to say. 无其他内容。' })
    input: EndOtherSessionsInput,
    @Ctx() { services, viewer }: AccountContext,
  ): Promise<SessionsPayload> {
    return services.access.account.endOtherSessions(viewer, input);
  }

  @Authorized<Action>('account.write')
  @Mutation(() => ViewerPayload, { description: 'Sets what your pages begin in. 设置界面语言。' })
  async setLanguage(
    @Arg('input', () => SetLanguageInput, { description: 'The language. 语言。' }) input: SetLanguageInput,
    @Ctx() { services, viewer }: AccountContext,
  ): Promise<ViewerPayload> {
    const { language } = await services.access.account.setLanguage(viewer, input);
    const described = await services.viewer.describe(viewer);
    return { viewer: { ...described, preferredLanguage: language } };
  }
}
