import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { placed } from '../../read/publish.ts';
import type { ReadContext } from '../../read/read.service.ts';
import { EnterpriseType } from '../enterprise/graphql.ts';
import { UnionListArgs } from './union.input.ts';
import { UnionConnection, UnionType } from './union.type.ts';

/** Unions, listed, and the employer of each. */
@Resolver(() => UnionType)
export class UnionResolver {
  @Authorized<Action>('union.read')
  @Query(() => UnionConnection, { description: 'Unions of the employers within your towns. 工会列表。' })
  unions(
    @Args(() => UnionListArgs) _args: object,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<UnionType>> {
    return services.read.list('Union', viewer, info);
  }

  @FieldResolver(() => EnterpriseType, {
    description: 'The employer whose employees it organises. 用人单位。',
  })
  enterprise(@Root() union: UnionType, @Info() info: GraphQLResolveInfo): EnterpriseType {
    return placed(union, info);
  }
}

/** What unions add to an employer. */
@Resolver(() => EnterpriseType)
export class EnterpriseUnionResolver {
  @Authorized<Action>('union.read')
  @FieldResolver(() => UnionType, {
    nullable: true,
    description: 'Its union; null until form U has told of this employer. 工会。',
  })
  union(@Root() enterprise: EnterpriseType, @Info() info: GraphQLResolveInfo): UnionType | null {
    return placed(enterprise, info);
  }
}
