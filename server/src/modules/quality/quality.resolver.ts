import type { GraphQLResolveInfo } from 'graphql';
import { Args, Authorized, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { RequestContext } from '../../access/request-context.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { placed } from '../../read/publish.ts';
import type { ReadContext } from '../../read/read.service.ts';
import { EnterpriseType } from '../enterprise/graphql.ts';
import type { QualityCounts } from './quality-counts.service.ts';
import { EnterpriseQualityArgs, QualityIssueListArgs } from './quality.input.ts';
import {
  QualityIssueConnection, QualityIssueCountType, QualityIssueDepartmentType, QualityIssueType,
} from './quality.type.ts'; // prettier-ignore

type CountContext = RequestContext<{ readonly qualityCounts: QualityCounts }>;

/** Where the libraries cannot both be right. */
@Resolver(() => QualityIssueType)
export class QualityIssueResolver {
  @Authorized<Action>('quality.read')
  @Query(() => QualityIssueConnection, {
    description:
      'Open disagreements between the libraries, within your towns, newest last; with asKnownAt those that were open then. 数据质量问题。',
  })
  qualityIssues(
    @Args(() => QualityIssueListArgs) _args: object,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<QualityIssueType>> {
    return services.read.list('QualityIssue', viewer, info);
  }

  @Authorized<Action>('quality.read')
  @Query(() => [QualityIssueCountType], {
    description: 'How many disagreements are open, by kind; kinds without any are left out. 各类问题数。',
  })
  qualityIssueCounts(@Ctx() { services, viewer }: CountContext): Promise<QualityIssueCountType[]> {
    return services.qualityCounts.list(viewer);
  }

  @Authorized<Action>('quality.read')
  @Query(() => [QualityIssueDepartmentType], {
    description:
      'How many disagreements wait for each department, the most first; departments without any are left out. 各部门待改正的问题数。',
  })
  qualityIssueDepartments(@Ctx() { services, viewer }: CountContext): Promise<QualityIssueDepartmentType[]> {
    return services.qualityCounts.byDepartment(viewer);
  }

  @FieldResolver(() => EnterpriseType, { description: 'The employer it concerns. 用人单位。' })
  enterprise(@Root() issue: QualityIssueType, @Info() info: GraphQLResolveInfo): EnterpriseType {
    return placed(issue, info);
  }
}

/** What disagreements add to an employer. */
@Resolver(() => EnterpriseType)
export class EnterpriseQualityResolver {
  @Authorized<Action>('quality.read')
  @FieldResolver(() => QualityIssueConnection, {
    description: 'Points in which the libraries disagree about it. 数据质量问题。',
  })
  qualityIssues(
    @Root() enterprise: EnterpriseType,
    @Args(() => EnterpriseQualityArgs) _args: object,
    @Info() info: GraphQLResolveInfo,
  ): Connection<QualityIssueType> {
    return placed(enterprise, info);
  }
}
