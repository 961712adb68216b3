import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { Day } from '../../kernel/days.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { DayScalar } from '../../kernel/scalars.ts';
import { dayAskedDescription } from '../../read/list-args.type.ts';
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

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Days from the day to the last day of its collective contract, negative once that is past. 集体合同剩余天数。',
  })
  collectiveDaysLeft(
    @Root() union: UnionType,
    @Info() info: GraphQLResolveInfo,
    @Arg('at', () => DayScalar, { nullable: true, description: dayAskedDescription }) _at: Day | null,
  ): number | null {
    return placed(union, info);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Days from the day to the last day of its wage agreement, negative once that is past. 工资专项集体合同剩余天数。',
  })
  wageDaysLeft(
    @Root() union: UnionType,
    @Info() info: GraphQLResolveInfo,
    @Arg('at', () => DayScalar, { nullable: true, description: dayAskedDescription }) _at: Day | null,
  ): number | null {
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
