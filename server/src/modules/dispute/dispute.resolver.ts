import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { nameKey } from '../../kernel/text.ts';
import { asKnownAtDescription } from '../../read/list-args.type.ts';
import { placed } from '../../read/publish.ts';
import type { ReadContext } from '../../read/read.service.ts';
import { EnterpriseType } from '../enterprise/graphql.ts';
import { DisputeListArgs, EnterpriseDisputesArgs } from './dispute.input.ts';
import { DisputeConnection, DisputeType } from './dispute.type.ts';

/** Disputes, listed and one by one, and the employer of each. */
@Resolver(() => DisputeType)
export class DisputeResolver {
  @Authorized<Action>('dispute.read')
  @Query(() => DisputeConnection, {
    description: 'Disputes within your towns and channels, newest first. 争议案件列表。',
  })
  disputes(
    @Args(() => DisputeListArgs) _args: object,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<DisputeType>> {
    return services.read.list('Dispute', viewer, info);
  }

  @Authorized<Action>('dispute.read')
  @Query(() => DisputeType, {
    nullable: true,
    description: 'One dispute by its case number; NOT_FOUND where there is none for you. 单个案件。',
  })
  dispute(
    @Arg('caseNo', () => String, {
      description: 'Case number; spaces, letter case and kinds of brackets do not matter. 案号。',
    })
    caseNo: string,
    @Arg('asKnownAt', () => MomentScalar, { nullable: true, description: asKnownAtDescription })
    _asKnownAt: Date | null,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DisputeType | null> {
    return services.read.one('Dispute', viewer, info, { column: 'case_key', value: nameKey(caseNo) });
  }

  @FieldResolver(() => EnterpriseType, { description: 'The respondent employer. 被申请单位。' })
  enterprise(@Root() dispute: DisputeType, @Info() info: GraphQLResolveInfo): EnterpriseType {
    return placed(dispute, info);
  }
}

/** What disputes add to an employer. */
@Resolver(() => EnterpriseType)
export class EnterpriseDisputesResolver {
  @Authorized<Action>('dispute.read')
  @FieldResolver(() => DisputeConnection, {
    description: 'Disputes against it, newest first, within your channels. 争议案件。',
  })
  disputes(
    @Root() enterprise: EnterpriseType,
    @Args(() => EnterpriseDisputesArgs) _args: object,
    @Info() info: GraphQLResolveInfo,
  ): Connection<DisputeType> {
    return placed(enterprise, info);
  }
}
