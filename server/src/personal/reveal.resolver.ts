import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Action } from '../access/policy.ts';
import type { RequestContext } from '../access/request-context.ts';
import type { RevealService } from './reveal.service.ts';
import { RevealPayload, RevealPersonalFieldInput } from './reveal.type.ts';

/** The one way to a personal value in plain. */
@Resolver()
export class RevealResolver {
  @Authorized<Action>('personal.reveal')
  @Mutation(() => RevealPayload, {
    description:
      'Shows one personal value in plain: to a person who has proven a second factor within five minutes, for a purpose and a reason, at most 30 an hour; who looked, at what and why is in the audit trail before it is shown. FORBIDDEN with extensions.step where the second factor is not fresh, NOT_FOUND where the record is not yours to read. 查看一项个人信息的原文。',
  })
  revealPersonalField(
    @Arg('input', () => RevealPersonalFieldInput, {
      description: 'Which value, what for, and why. 信息项、目的与理由。',
    })
    input: RevealPersonalFieldInput,
    @Ctx() { services, viewer }: RequestContext<{ readonly reveal: RevealService }>,
  ): Promise<RevealPayload> {
    return services.reveal.reveal(viewer, input);
  }
}
