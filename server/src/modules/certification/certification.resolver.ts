import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { Day } from '../../kernel/days.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { DayScalar, MomentScalar } from '../../kernel/scalars.ts';
import { asKnownAtDescription } from '../../read/list-args.type.ts';
import { placed } from '../../read/publish.ts';
import type { ReadContext } from '../../read/read.service.ts';
import { EnterpriseType } from '../enterprise/graphql.ts';
import type { CertificationStage } from './certification.codes.ts';
import { CertificationListArgs, EnterpriseCertificationsArgs } from './certification.input.ts';
import { CertificationConnection, CertificationStageEnum, CertificationType } from './certification.type.ts';

/** Applications for the title, listed, and what hangs on each. */
@Resolver(() => CertificationType)
export class CertificationResolver {
  @Authorized<Action>('certification.read')
  @Query(() => CertificationConnection, {
    description: 'Applications of the employers within your towns, newest first. 认定申报列表。',
  })
  certifications(
    @Args(() => CertificationListArgs) _args: object,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<CertificationType>> {
    return services.read.list('Certification', viewer, info);
  }

  @Authorized<Action>('certification.read')
  @Query(() => CertificationType, {
    nullable: true,
    description: 'One application by its global id; NOT_FOUND where there is none for you. 单次申报。',
  })
  certification(
    @Arg('id', () => ID, { description: 'Global id, such as `Certification:12`. 全局编号。' }) id: string,
    @Arg('asKnownAt', () => MomentScalar, { nullable: true, description: asKnownAtDescription })
    _asKnownAt: Date | null,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CertificationType | null> {
    const [, value] = /^Certification:(\d{1,15})$/.exec(id) ?? [];
    if (value === undefined) throw DomainError.notFound();
    return services.read.one('Certification', viewer, info, { column: 'id', value, cast: 'bigint' });
  }

  @FieldResolver(() => EnterpriseType, { description: 'The employer that applied. 申报单位。' })
  enterprise(@Root() certification: CertificationType, @Info() info: GraphQLResolveInfo): EnterpriseType {
    return placed(certification, info);
  }

  @FieldResolver(() => CertificationStageEnum, {
    description: 'Where this application stands at the end of the day; NONE before it was filed. 认定阶段。',
  })
  stage(
    @Root() certification: CertificationType,
    @Info() info: GraphQLResolveInfo,
    @Arg('at', () => DayScalar, {
      nullable: true,
      description: 'The day asked about; today without it. 日期。',
    })
    _at: Day | null,
  ): CertificationStage {
    return placed(certification, info);
  }
}

/** What certification adds to an employer. */
@Resolver(() => EnterpriseType)
export class EnterpriseCertificationResolver {
  @Authorized<Action>('certification.read')
  @FieldResolver(() => CertificationType, {
    nullable: true,
    description: 'Its newest application; null without one. 最近一次申报。',
  })
  certification(
    @Root() enterprise: EnterpriseType,
    @Info() info: GraphQLResolveInfo,
  ): CertificationType | null {
    return placed(enterprise, info);
  }

  @Authorized<Action>('certification.read')
  @FieldResolver(() => CertificationConnection, {
    description: 'All its applications, newest first. 历次申报。',
  })
  certifications(
    @Root() enterprise: EnterpriseType,
    @Args(() => EnterpriseCertificationsArgs) _args: object,
    @Info() info: GraphQLResolveInfo,
  ): Connection<CertificationType> {
    return placed(enterprise, info);
  }
}
