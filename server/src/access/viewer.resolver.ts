import { Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from './request-context.ts';
import type { ViewerService } from './viewer.service.ts';
import { ViewerType } from './viewer.type.ts';

/** The one field that answers without signing in. */
@Resolver()
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who is asking, and what they may do. 当前用户。' })
  viewer(@Ctx() { viewer, services }: RequestContext<{ viewer: ViewerService }>): Promise<ViewerType> {
    return services.viewer.describe(viewer);
  }
}
