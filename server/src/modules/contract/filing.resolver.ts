import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { placed } from '../../read/publish.ts';
import type { ReadContext } from '../../read/read.service.ts';
import { EnterpriseType } from '../enterprise/graphql.ts';
import { EnterpriseFilingsArgs, FilingListArgs } from './filing.input.ts';
import { FilingConnection, FilingType } from './filing.type.ts';

/** Labour-use filings, listed, and the employer of each. */
@Resolver(() => FilingType)
export class FilingResolver {
  @Authorized<Action>('filing.read')
  @Query(() => FilingConnection, {
    description: 'Labour-use filings of the employers within your towns, newest first. 用工备案列表。',
  })
  filings(
    @Args(() => FilingListArgs) _args: object,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<FilingType>> {
    return services.read.list('Filing', viewer, info);
  }

  @FieldResolver(() => EnterpriseType, { description: 'The employer that filed. 备案单位。' })
  enterprise(@Root() filing: FilingType, @Info() info: GraphQLResolveInfo): EnterpriseType {
    return placed(filing, info);
  }
}

/** What filings add to an employer. */
@Resolver(() => EnterpriseType)
export class EnterpriseFilingsResolver {
  @Authorized<Action>('filing.read')
  @FieldResolver(() => FilingConnection, { description: 'Its filings, newest first. 历次备案。' })
  filings(
    @Root() enterprise: EnterpriseType,
    @Args(() => EnterpriseFilingsArgs) _args: object,
    @Info() info: GraphQLResolveInfo,
  ): Connection<FilingType> {
    return placed(enterprise, info);
  }

  @Authorized<Action>('filing.read')
  @FieldResolver(() => FilingType, {
    nullable: true,
    description: 'The filing in force today; null without one, and after a cancellation. 现行备案。',
  })
  filing(@Root() enterprise: EnterpriseType, @Info() info: GraphQLResolveInfo): FilingType | null {
    return placed(enterprise, info);
  }
}
