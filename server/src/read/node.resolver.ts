import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { Action } from '../access/policy.ts';
import { NodeType } from '../kernel/node.type.ts';
import type { ReadContext } from './read.service.ts';

/** Any row by its global id. */
@Resolver()
export class NodeResolver {
  @Authorized<Action>('node.read')
  @Query(() => NodeType, {
    nullable: true,
    description:
      'Any row by its global id (Relay); NOT_FOUND where there is none for you, FORBIDDEN where you may not read its kind. 按全局编号取对象。',
  })
  node(
    @Arg('id', () => ID, { description: 'Global id, such as `Enterprise:12`. 全局编号。' }) id: string,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeType | null> {
    return services.read.node(id, viewer, info);
  }
}
