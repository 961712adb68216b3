import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Action } from '../../access/policy.ts';
import type { Connection } from '../../kernel/page.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { fold } from '../../kernel/text.ts';
import { asKnownAtDescription } from '../../read/list-args.type.ts';
import type { ReadContext } from '../../read/read.service.ts';
import { EnterpriseListArgs } from './enterprise.input.ts';
import { EnterpriseConnection, EnterpriseType } from './enterprise.type.ts';

/** Employers, listed and one by one. */
@Resolver(() => EnterpriseType)
export class EnterpriseResolver {
  @Authorized<Action>('enterprise.read')
  @Query(() => EnterpriseConnection, {
    description: 'Employers on the roster, within your towns. 用人单位列表。',
  })
  enterprises(
    @Args(() => EnterpriseListArgs) _args: object,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<EnterpriseType>> {
    return services.read.list('Enterprise', viewer, info);
  }

  @Authorized<Action>('enterprise.read')
  @Query(() => EnterpriseType, {
    nullable: true,
    description:
      'One employer by its code, everything the hub holds of it (一户一册); NOT_FOUND where there is none for you.',
  })
  enterprise(
    @Arg('uscc', () => String, {
      description: 'Unified social credit code; spaces and letter case do not matter. 统一社会信用代码。',
    })
    uscc: string,
    @Arg('asKnownAt', () => MomentScalar, { nullable: true, description: asKnownAtDescription })
    _asKnownAt: Date | null,
    @Ctx() { services, viewer }: ReadContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EnterpriseType | null> {
    return services.read.one('Enterprise', viewer, info, { column: 'uscc', value: fold(uscc).toUpperCase() });
  }
}
