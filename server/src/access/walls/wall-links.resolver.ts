import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Connection } from '../../kernel/page.type.ts';
import type { AccessService } from '../access.service.ts';
import type { Action } from '../policy.ts';
import type { RequestContext } from '../request-context.ts';
import {
  CreateWallLinkInput, NewWallLinkPayload, RevokeWallLinkInput, WallLinkListArgs, WallLinkPayload,
} from './wall-link.input.ts'; // prettier-ignore
import { WallLinkConnection, type WallLinkType } from './wall-link.type.ts';

type WallContext = RequestContext<{ readonly access: AccessService }>;

/** The links that walls are opened with, made by the office of the leading group. */
@Resolver()
export class WallLinksResolver {
  @Authorized<Action>('wall.read')
  @Query(() => WallLinkConnection, {
    description: 'The links that open a wall, the newest first; never their key. 大屏链接列表。',
  })
  wallLinks(
    @Args(() => WallLinkListArgs) args: WallLinkListArgs,
    @Ctx() { services, viewer }: WallContext,
  ): Promise<Connection<WallLinkType>> {
    return services.access.wallLinks.list(viewer, args);
  }

  @Authorized<Action>('wall.write')
  @Mutation(() => NewWallLinkPayload, {
    description:
      'Makes a link that shows sums on a wall, at most for 366 days; its address is shown once. 生成大屏链接。',
  })
  async createWallLink(
    @Arg('input', () => CreateWallLinkInput, { description: 'Where it hangs and what it shows. 链接内容。' })
    input: CreateWallLinkInput,
    @Ctx() { services, viewer }: WallContext,
  ): Promise<NewWallLinkPayload> {
    const { id, path } = await services.access.wallLinkActs.create(viewer, input);
    return { wallLink: await services.access.wallLinks.standing(viewer, id), path };
  }

  @Authorized<Action>('wall.revoke')
  @Mutation(() => WallLinkPayload, {
    description: 'Revokes a link: within two seconds no wall opens by it. 吊销大屏链接。',
  })
  async revokeWallLink(
    @Arg('input', () => RevokeWallLinkInput, { description: 'Which, and why. 链接与理由。' })
    input: RevokeWallLinkInput,
    @Ctx() { services, viewer }: WallContext,
  ): Promise<WallLinkPayload> {
    const { id } = await services.access.wallLinkActs.revoke(viewer, input);
    return { wallLink: await services.access.wallLinks.standing(viewer, id) };
  }
}
