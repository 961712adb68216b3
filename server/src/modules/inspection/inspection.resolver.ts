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
import { EnterpriseInspectionsArgs, InspectionListArgs } from './inspection.input.ts';
import { InspectionConnection, InspectionType } from './inspection.type.ts';

/** Inspections, listed and one by one, and the employer of each. */
@Resolver(() => InspectionType)
export class InspectionResolver {
  @Authorized<Action>('inspection.read')
  @Query(() => InspectionConnection, {
    description: 'Inspections of the employers within your towns, newest first. 监察案件列表。',
  })
  inspections(
    @Args(() => InspectionListArgs) _args: object,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<InspectionType>> {
    return services.read.list('Inspection', viewer, info);
  }

  @Authorized<Action>('inspection.read')
  @Query(() => InspectionType, {
    nullable: true,
    description: 'One inspection by its case number; NOT_FOUND where there is none for you. 单个监察案件。',
  })
  inspection(
    @Arg('caseNo', () => String, {
      description: 'Case number; spaces, letter case and kinds of brackets do not matter. 案件编号。',
    })
    caseNo: string,
    @Arg('asKnownAt', () => MomentScalar, { nullable: true, description: asKnownAtDescription })
    _asKnownAt: Date | null,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InspectionType | null> {
    return services.read.one('Inspection', viewer, info, { column: 'case_key', value: nameKey(caseNo) });
  }

  @FieldResolver(() => EnterpriseType, { description: 'The employer inspected. 被检查单位。' })
  enterprise(@Root() inspection: InspectionType, @Info() info: GraphQLResolveInfo): EnterpriseType {
    return placed(inspection, info);
  }
}

/** What inspections add to an employer. */
@Resolver(() => EnterpriseType)
export class EnterpriseInspectionsResolver {
  @Authorized<Action>('inspection.read')
  @FieldResolver(() => InspectionConnection, { description: 'Its inspections, newest first. 监察案件。' })
  inspections(
    @Root() enterprise: EnterpriseType,
    @Args(() => EnterpriseInspectionsArgs) _args: object,
    @Info() info: GraphQLResolveInfo,
  ): Connection<InspectionType> {
    return placed(enterprise, info);
  }
}
