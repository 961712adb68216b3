import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { RequestContext } from '../../access/request-context.ts';
import { ForwardArgs } from '../../kernel/page-args.type.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { PeriodArgsInput } from '../../metrics/metric-args.input.ts';
import { thingOfRow, type RowContext } from '../../metrics/rows/thing-of-row.ts';
import { EnterpriseType } from '../enterprise/graphql.ts';
import type { RepeatedDispute, RepeatedDisputes } from './repeated-disputes.service.ts';
import { RepeatedDisputeConnection, RepeatedDisputeType } from './repeated-disputes.type.ts';

/** Employers with repeated disputes over GraphQL. */
@Resolver(() => RepeatedDisputeType)
export class RepeatedDisputesResolver {
  @Authorized<Action>('dispute.read')
  @Query(() => RepeatedDisputeConnection, {
    description:
      'Employers with two or more disputes filed in the period, within your towns and channels: the most cases first, then the most applicants; filtered by the dimensions of dispute.filed. 期内两件及以上争议的用人单位。',
  })
  repeatedDisputes(
    @Args(() => PeriodArgsInput) args: PeriodArgsInput,
    @Args(() => ForwardArgs) page: ForwardArgs,
    @Ctx() { viewer, services }: RequestContext<{ repeatedDisputes: RepeatedDisputes }>,
  ): Promise<Connection<RepeatedDispute>> {
    return services.repeatedDisputes.list(viewer, { ...args, ...page });
  }

  // Whoever may open the cases may see whose they are.
  @Authorized<Action>('dispute.read')
  @FieldResolver(() => EnterpriseType, { nullable: true, description: 'The employer. 用人单位。' })
  enterprise(
    @Root() row: RepeatedDisputeType,
    @Ctx() context: RowContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EnterpriseType | null> {
    return thingOfRow(row, ['ENTERPRISE', 'Enterprise', 'dispute.read'], context, info);
  }
}
