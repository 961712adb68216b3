import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Action } from '../access/policy.ts';
import type { RequestContext } from '../access/request-context.ts';
import { ForwardArgs } from '../kernel/page-args.type.ts';
import type { Connection } from '../kernel/page.type.ts';
import {
  DeleteViewInput, RenameViewInput, SavedViewConnection, SavedViewPayload, type SavedViewType, SaveViewInput,
} from './saved-view.type.ts'; // prettier-ignore
import type { SavedViews } from './saved-views.service.ts';

type ViewContext = RequestContext<{ readonly views: SavedViews }>;

/** The views that people keep. */
@Resolver()
export class SavedViewResolver {
  @Authorized<Action>('view.read')
  @Query(() => SavedViewConnection, {
    description: 'Your own views and those that others share, your own first, by name. 保存的视图。',
  })
  savedViews(
    @Args(() => ForwardArgs) args: ForwardArgs,
    @Ctx() { services, viewer }: ViewContext,
  ): Promise<Connection<SavedViewType>> {
    return services.views.list(viewer, args);
  }

  @Authorized<Action>('view.write')
  @Mutation(() => SavedViewPayload, {
    description:
      'Keeps a page as it stands under a name: its address, and nothing of what it shows. 保存视图。',
  })
  async saveView(
    @Arg('input', () => SaveViewInput, { description: 'Its name and address. 名称与地址。' })
    input: SaveViewInput,
    @Ctx() { services, viewer }: ViewContext,
  ): Promise<SavedViewPayload> {
    return { view: await services.views.save(viewer, input) };
  }

  @Authorized<Action>('view.write')
  @Mutation(() => SavedViewPayload, {
    description: 'Gives a view of your own another name, shares it or no longer. 更改视图。',
  })
  async renameView(
    @Arg('input', () => RenameViewInput, { description: 'Which, and its name. 视图与名称。' })
    input: RenameViewInput,
    @Ctx() { services, viewer }: ViewContext,
  ): Promise<SavedViewPayload> {
    return { view: await services.views.rename(viewer, input) };
  }

  @Authorized<Action>('view.write')
  @Mutation(() => SavedViewPayload, { description: 'Throws a view of your own away. 删除视图。' })
  async deleteView(
    @Arg('input', () => DeleteViewInput, { description: 'Which. 视图。' })
    input: DeleteViewInput,
    @Ctx() { services, viewer }: ViewContext,
  ): Promise<SavedViewPayload> {
    return { view: await services.views.remove(viewer, input) };
  }
}
