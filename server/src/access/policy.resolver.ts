import { Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { AccessService } from './access.service.ts';
import type { Action } from './policy.ts';
import { PolicyType } from './policy.type.ts';
import type { RequestContext } from './request-context.ts';

/** The table of grants, for those who watch over it. */
@Resolver()
export class PolicyResolver {
  @Authorized<Action>('policy.read')
  @Query(() => PolicyType, { description: 'Who may do what: the table in force. 授权总表。' })
  policy(@Ctx() { services, viewer }: RequestContext<{ readonly access: AccessService }>): PolicyType {
    return services.access.policy.read(viewer);
  }
}
